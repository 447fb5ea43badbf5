package io.bramble.bucket;

/** Somebody has this namespace; a free variant comes with the refusal. */
public class NameTaken extends RuntimeException {
    private final String suggestion;

    NameTaken(String name, String suggestion) {
        super(name + " is taken. Try " + suggestion + ".");
        this.suggestion = suggestion;
    }

    public String suggestion() {
        return suggestion;
    }
}
