#include <sys/stat.h>

void own(const char *path, int file, mode_t mode)
{
    chmod(path, 0755);
    fchmod(file, 0600);
    chmod(path, 01777);
    chmod(path, S_IRWXU);
    chmod(path, mode & ~S_IWOTH);
    mkdir(path, 0777);
}
