package io.bramble.bench;

import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmarks named on the command line, or says which there are. */
final class Bench {
    private static final Map<String, Benchmark> ALL = new TreeMap<>(Map.of(
            "create-shared", new CreateShared(),
            "first-page", new FirstPage(),
            "overshoot", new Overshoot(),
            "presign", new Presign(),
            "revoke", new Revoke()));

    private Bench() {}

    public static void main(String[] names) throws Exception {
        for (var name : names) if (!ALL.containsKey(name)) exit("There is no benchmark " + name + ".");
        if (names.length == 0) exit("Name a benchmark.");
        try (var installation = Installation.start()) {
            for (var name : names) ALL.get(name).run(installation).write();
        }
        System.exit(0); // whatever threads a library has left
    }

    private static void exit(String problem) {
        System.err.println(problem + " There are: " + String.join(", ", ALL.keySet()));
        System.exit(1);
    }
}
