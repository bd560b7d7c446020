require "open3"

def checkout(name, folder)
  system("git checkout #{name}") # pave: expect command-text
  IO.popen("git -C #{folder} log") # pave: expect command-text
  Open3.capture3("git checkout #{name}") # pave: expect command-text
  command = "tar xf #{name} -C #{folder}"
  spawn(command) # pave: expect command-text
end
