module clinic.example/lab-gateway

go 1.21
