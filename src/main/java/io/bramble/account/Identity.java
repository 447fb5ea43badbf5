package io.bramble.account;

/** A person as the identity provider vouches for them. */
public record Identity(String subject, String email, String name) {}
