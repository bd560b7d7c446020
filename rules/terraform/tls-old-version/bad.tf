resource "azurerm_storage_account" "records" {
  name            = "records"
  min_tls_version = "TLS1_0" # pave: expect tls-old-version
}

resource "aws_lb_listener" "front" {
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-2016-08" # pave: expect tls-old-version
}

resource "aws_cloudfront_distribution" "site" {
  viewer_certificate {
    minimum_protocol_version = "TLSv1" # pave: expect tls-old-version
  }
}

resource "aws_api_gateway_domain_name" "api" {
  security_policy = "TLS_1_0" # pave: expect tls-old-version
}
