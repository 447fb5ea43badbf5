package io.bramble.compatibility;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.compatibility.Operation.Outcome;
import io.bramble.journey.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Operations told as lines of a shell, each in a folder and below a prefix of its own. */
final class ShellSuite implements Suite {
    private final String program;
    /** How the program says an S3 error code. */
    private final Pattern refusal;
    /** What it says in place of the code AccessDenied, where it translates that. */
    private final String denied;

    private final List<Script> scripts = new ArrayList<>();

    private record Script(Operation operation, String lines) {}

    ShellSuite(String program, String refusal, String denied) {
        this.program = program;
        this.refusal = Pattern.compile(refusal);
        this.denied = denied;
    }

    ShellSuite works(String group, String name, String lines) {
        return tell(group, name, "works", "works", lines);
    }

    ShellSuite denied(String group, String name, String lines) {
        return tell(group, name, "refused: AccessDenied", "refused: AccessDenied", lines);
    }

    ShellSuite tell(String group, String name, String embedded, String minio, String lines) {
        var operation = new Operation(group, name, program, Answer.of(embedded), Answer.of(minio));
        scripts.add(new Script(operation, lines));
        return this;
    }

    /** Asked for its version, since Debian's mc is another program. */
    @Override
    public boolean isHere() {
        if ("true".equals(System.getenv("CI"))) return true;
        var answer = Terminal.open().run(program + " --version");
        return answer.status() == 0 && !answer.output().contains("Midnight");
    }

    @Override
    public Stream<Callable<List<Outcome>>> tasks(Place place) {
        var terminal = Terminal.open();
        terminal.write("small.bin", Content.random(3_000));
        terminal.write("settings.sh", Settings.of(place).getBytes(UTF_8));
        for (var name : List.of("a.txt", "b/1.txt", "b/2.txt", "b/c/d e.txt")) {
            terminal.write("tree/" + name, name.getBytes(UTF_8));
        }
        return scripts.stream().map(script -> () -> List.of(run(script, terminal, place)));
    }

    private Outcome run(Script script, Terminal terminal, Place place) {
        var at = program + "-" + scripts.indexOf(script);
        var outcome = terminal.run("source settings.sh " + at + "\n" + script.lines());
        return script.operation().on(place.engine(), answer(outcome));
    }

    private Answer answer(Terminal.Outcome outcome) {
        if (outcome.status() == 0) return Answer.WORKS;
        var refused = refusal.matcher(outcome.output());
        if (refused.find()) return Answer.refused(refused.group(1));
        return outcome.output().contains(denied) ? Answer.refused("AccessDenied") : Answer.fails(outcome.output());
    }
}
