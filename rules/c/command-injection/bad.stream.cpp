#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char *argv[])
{
    std::string line = "lp " + std::string(argv[1]);
    std::system(line.c_str()); /* pave: expect command-injection */
    std::string asked;
    std::cin >> asked;
    system(asked.c_str()); /* pave: expect command-injection */
}
