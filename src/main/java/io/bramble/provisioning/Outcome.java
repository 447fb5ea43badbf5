package io.bramble.provisioning;

/** What became of one step towards the desired state. */
sealed interface Outcome {
    record Done() implements Outcome {}

    /** Other data is in the engine's place. */
    record Another(String identity) implements Outcome {}

    /** @param reason one sentence for people */
    record Failed(String reason) implements Outcome {}
}
