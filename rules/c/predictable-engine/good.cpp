#include <random>
#include <string>

int colour()
{
    std::mt19937 engine(42);
    int colour = engine() % 16;
    return colour;
}

unsigned long session()
{
    std::random_device source;
    unsigned long session_id = source();
    return session_id;
}
