#include <cstdlib>
#include <fstream>
#include <libgen.h>
#include <string>

void page()
{
    std::ifstream file(std::string("/srv/letters/") + basename(getenv("PATH_INFO")));
}

int main(int argc, char **argv)
{
    std::ifstream file(argv[1]);
    return file.good() ? 0 : 1;
}
