package io.bramble.provisioning;

/** The engine can't be used now; the message says why in a sentence for people. */
public class EngineUnavailable extends RuntimeException {
    public EngineUnavailable(String why) {
        super(why);
    }
}
