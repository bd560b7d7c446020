#include <random>
#include <string>

std::string token()
{
    std::mt19937 engine(42);
    std::string token;
    token += char('a' + engine() % 26); /* pave: expect predictable-engine */
    return token;
}

unsigned long session()
{
    std::random_device seed;
    std::mt19937 engine(seed());
    std::uniform_int_distribution<unsigned long> range;
    unsigned long session_id = range(engine); /* pave: expect predictable-engine */
    return session_id;
}
