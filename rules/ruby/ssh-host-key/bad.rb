require "net/ssh"

Net::SSH.start("files.example.org", "reader", verify_host_key: :never) do |ssh|  # pave: expect ssh-host-key
  ssh.exec!("ls")
end
