package io.bramble.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the benchmarks named on the command line, or says which there are. */
final class Bench {
    private static final Map<String, Benchmark> IN_PROCESS = new TreeMap<>(Map.of(
            "create-shared", new CreateShared(),
            "first-page", new FirstPage(),
            "overshoot", new Overshoot(),
            "presign", new Presign(),
            "revoke", new Revoke()));
    private static final Map<String, BrowserBenchmark> IN_BROWSER = Map.of(
            "drop", new Drop(),
            "scroll", new Scroll(),
            "session-heap", new SessionHeap(),
            "upload-large", new UploadLarge(),
            "upload-small", new UploadSmall(),
            "zip", new Zip());

    /** Measures what a person does in a browser, on the packaged jar. */
    interface BrowserBenchmark {
        Result run(BrowserStage stage) throws Exception;
    }

    private Bench() {}

    public static void main(String[] names) throws Exception {
        for (var name : names)
            if (!IN_PROCESS.containsKey(name) && !IN_BROWSER.containsKey(name))
                exit("There is no benchmark " + name + ".");
        if (names.length == 0) exit("Name a benchmark.");
        inProcess(List.of(names).stream().filter(IN_PROCESS::containsKey).toList());
        inBrowser(List.of(names).stream().filter(IN_BROWSER::containsKey).toList());
        System.exit(0); // whatever threads a library has left
    }

    private static void inProcess(List<String> names) throws Exception {
        if (names.isEmpty()) return;
        try (var installation = Installation.start()) {
            for (var name : names) IN_PROCESS.get(name).run(installation).write();
        }
    }

    private static void inBrowser(List<String> names) throws Exception {
        if (names.isEmpty()) return;
        try (var stage = new BrowserStage()) {
            for (var name : names) IN_BROWSER.get(name).run(stage).write();
        }
    }

    private static void exit(String problem) {
        var all = new TreeSet<>(IN_PROCESS.keySet());
        all.addAll(IN_BROWSER.keySet());
        System.err.println(problem + " There are: " + String.join(", ", all));
        System.exit(1);
    }
}
