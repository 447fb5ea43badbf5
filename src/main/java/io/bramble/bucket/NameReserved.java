package io.bramble.bucket;

/** Nobody may have this name. */
public class NameReserved extends RuntimeException {
    private final String name;

    NameReserved(String name) {
        super(message(name));
        this.name = name;
    }

    static String message(String name) {
        return "The name " + name + " is reserved. Choose another.";
    }

    public String name() {
        return name;
    }
}
