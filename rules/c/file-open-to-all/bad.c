#include <sys/stat.h>

void open_up(const char *path, int file)
{
    chmod(path, 0777); /* pave: expect file-open-to-all */
    fchmod(file, 0666); /* pave: expect file-open-to-all */
    chmod(path, S_IRWXU | S_IRWXG | S_IRWXO); /* pave: expect file-open-to-all */
}
