#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char *argv[])
{
    int copies = 0;
    std::cin >> copies;
    std::system("lp letter.txt");
    return std::stoi(argv[1]);
}
