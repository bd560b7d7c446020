import javax.crypto.Cipher

class Letters {
    fun plain() = Cipher.getInstance("RSA/ECB/PKCS1Padding") // pave: expect rsa-padding

    fun short() = Cipher.getInstance("RSA") // pave: expect rsa-padding
}
