#include <openssl/ssl.h>
#include <sys/socket.h>
#include <windows.h>

int over_tls(SSL *ssl, HANDLE *who)
{
    char word[100] = "";
    SSL_read(ssl, word, sizeof word - 1);
    return LogonUserA("clinic", "local", word, 3, 0, who);
}

int opened(int socket, HCRYPTKEY key, HANDLE *who)
{
    BYTE word[100] = {0};
    DWORD n = recv(socket, (char *)word, sizeof word - 1, 0);
    if (!CryptDecrypt(key, 0, 1, 0, word, &n))
        return 0;
    return LogonUserA("clinic", "local", (char *)word, 3, 0, who);
}

int user_only(int socket, const char *secret, HANDLE *who)
{
    char user[100] = "";
    recv(socket, user, sizeof user - 1, 0);
    return LogonUserA(user, "local", secret, 3, 0, who);
}

int measured(int socket, char *secret, HANDLE *who)
{
    char length[100] = "";
    char word[100] = "";
    recv(socket, length, sizeof length - 1, 0);
    memcpy(word, secret, atoi(length));
    return LogonUserA("clinic", "local", word, 3, 0, who);
}
