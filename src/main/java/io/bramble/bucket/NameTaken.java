package io.bramble.bucket;

/** Somebody has this namespace; a free variant comes with the refusal. */
public class NameTaken extends RuntimeException {
    private final String name;
    private final String suggestion;

    NameTaken(String name, String suggestion) {
        super(name + " is taken. Try " + suggestion + ".");
        this.name = name;
        this.suggestion = suggestion;
    }

    public String name() {
        return name;
    }

    public String suggestion() {
        return suggestion;
    }
}
