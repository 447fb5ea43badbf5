package io.bramble.bucket;

/** Nobody may have this name. */
public class NameReserved extends RuntimeException {
    NameReserved(String name) {
        super(message(name));
    }

    static String message(String name) {
        return "The name " + name + " is reserved. Choose another.";
    }
}
