package io.bramble.bench;

/** Measures one thing on an installation of its own. */
interface Benchmark {
    Result run(Installation installation) throws Exception;
}
