import javax.crypto.Cipher

class Letters {
    fun oaep() = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")

    fun aes() = Cipher.getInstance("AES/GCM/NoPadding")
}
