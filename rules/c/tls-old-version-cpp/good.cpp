#include <QSslSocket>
#include <boost/asio/ssl.hpp>

namespace ssl = boost::asio::ssl;

void connect(QSslConfiguration &configuration)
{
    ssl::context any(ssl::context::tls_client);
    ssl::context sound{ssl::context::tlsv13_client};
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
}
