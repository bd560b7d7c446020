resource "azurerm_storage_account" "records" {
  name            = "records"
  min_tls_version = "TLS1_2"
}

resource "aws_lb_listener" "front" {
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

resource "aws_cloudfront_distribution" "site" {
  viewer_certificate {
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
