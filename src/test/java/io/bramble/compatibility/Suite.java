package io.bramble.compatibility;

import io.bramble.compatibility.Operation.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The operations of one client. */
interface Suite {
    /** Whether this machine has the client; the build machine must. */
    boolean isHere();

    /** What can be done at the same time, the longest first. */
    Stream<Callable<List<Outcome>>> tasks(Place place);
}
