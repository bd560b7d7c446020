<?php
use GuzzleHttp\Client;

function fetch($url) {
    $curl = curl_init($url);
    curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false); // pave: expect tls-verify-off
    curl_setopt($curl, CURLOPT_SSL_VERIFYHOST, 0); // pave: expect tls-verify-off
    $client = new Client();
    $client->request('GET', $url, ['verify' => false]); // pave: expect tls-verify-off
    return stream_context_create(['ssl' => ['verify_peer' => false]]); // pave: expect tls-verify-off
}

wp_remote_get("https://example.org", ['sslverify' => false]); // pave: expect tls-verify-off
new PDO($dsn, $user, $pass, [PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false]); // pave: expect tls-verify-off
new MongoDB\Client($url, ['tlsAllowInvalidCertificates' => true]); // pave: expect tls-verify-off
ldap_set_option(null, LDAP_OPT_X_TLS_REQUIRE_CERT, LDAP_OPT_X_TLS_NEVER); // pave: expect tls-verify-off
add_filter('https_ssl_verify', '__return_false'); // pave: expect tls-verify-off

function others() {
    $options = [CURLOPT_SSL_VERIFYPEER => false]; // pave: expect tls-verify-off
    $more = [CURLOPT_SSL_VERIFYHOST => 0]; // pave: expect tls-verify-off
    return stream_context_create(['ssl' => ['allow_self_signed' => true]]); // pave: expect tls-verify-off
}

Http::withOptions(['verify' => false])->get($url); // pave: expect tls-verify-off
