package io.bramble.account;

import java.time.Instant;

/** Somebody who belongs to an account, as operators see them. */
public record Member(String name, String email, Role role, Instant since) {}
