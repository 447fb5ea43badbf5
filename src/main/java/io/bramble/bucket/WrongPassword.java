package io.bramble.bucket;

/** Not the password of a link, or too many tries. Shown to people as it is. */
public class WrongPassword extends RuntimeException {
    WrongPassword(String whatToDo) {
        super(whatToDo);
    }
}
