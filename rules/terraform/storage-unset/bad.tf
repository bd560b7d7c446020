# ruleid: storage-unset
resource "aws_db_instance" "shop" {
  engine         = "postgres"
  instance_class = "db.t3.micro"
}

# ruleid: storage-unset
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 40
}

# ruleid: storage-unset
resource "aws_efs_file_system" "files" {
  creation_token = "files"
}

# ruleid: storage-unset
resource "aws_elasticache_replication_group" "cache" {
  replication_group_id = "cache"
}
