package io.bramble.account;

/** What somebody typed can't be taken; names the field and what to do. Shown to people as it is. */
public class InvalidField extends RuntimeException {
    private final String field;

    public InvalidField(String field, String whatToDo) {
        super(whatToDo);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
