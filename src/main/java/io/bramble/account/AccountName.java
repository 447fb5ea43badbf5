package io.bramble.account;

/** The name of an account: 1 to {@value #LONGEST} characters. */
final class AccountName {
    private static final int LONGEST = 100;

    private AccountName() {}

    /** What a person's own name gives: cut where it is too long, for nobody is kept out by their name. */
    static String after(String person) {
        return person.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String of(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.codePointCount(0, trimmed.length()) > LONGEST)
            throw new InvalidField("name", "A name has 1 to 100 characters.");
        if (trimmed.chars().anyMatch(Character::isISOControl))
            throw new InvalidField("name", "Leave out control characters.");
        return trimmed;
    }
}
