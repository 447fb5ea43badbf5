package io.bramble.work;

/** Another worker runs this execution now: stop, write nothing. */
public class LeaseLost extends RuntimeException {
    LeaseLost(String execution) {
        super("Another worker has taken over " + execution);
    }
}
