#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    char line[256];
    snprintf(line, sizeof line, "lp -n %d letter.txt", atoi(argv[1]));
    system(line);
    execl("/usr/bin/lp", "lp", "--", argv[1], (char *)0);
    return 0;
}

void edit(void)
{
    char *editor = getenv("EDITOR");
    system(editor);
}

void fixed(void)
{
    system("lp letter.txt");
}

void answer_one(int listener, int file)
{
    char line[128], command[160];
    int client = accept(listener, NULL, NULL);
    read(file, line, sizeof line - 1);
    snprintf(command, sizeof command, "host %d", atoi(line));
    system(command);
    write(client, line, sizeof line);
}
