#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/socket.h>

void serve(int connection)
{
    char name[128] = {0};
    recv(connection, name, sizeof name - 1, 0);
    std::ifstream file(std::string("/srv/letters/") + name); /* pave: expect path-stream */
}

void page()
{
    std::string name = getenv("PATH_INFO");
    std::filesystem::remove("/srv/letters/" + name); /* pave: expect path-stream */
}
