package io.bramble.account;

/** The name of an account: 1 to 100 characters. */
final class AccountName {
    private AccountName() {}

    static String of(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > 100)
            throw new InvalidField("name", "A name has 1 to 100 characters.");
        return trimmed;
    }
}
