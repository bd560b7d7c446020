resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = false # pave: expect storage-clear
}

resource "aws_ebs_volume" "records" {
  size      = 40
  encrypted = false # pave: expect storage-clear
}

resource "aws_elasticache_replication_group" "cache" {
  at_rest_encryption_enabled = false # pave: expect storage-clear
}

resource "aws_opensearch_domain" "searched" {
  encrypt_at_rest {
    enabled = false # pave: expect storage-clear
  }
}

resource "aws_kinesis_stream" "events" {
  encryption_type = "NONE" # pave: expect storage-clear
}
