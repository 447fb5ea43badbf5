package io.bramble.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frames of a page in a trace of Chromium, and how long its own thread was at work in each: processor time, in which
 * whatever else runs on the machine has no part.
 *
 * @param longestMillis of a frame
 * @param above50 frames of more than 50 ms
 */
record Frames(int count, double longestMillis, long above50) {
    private static final String FRAME = "FireAnimationFrame";
    private static final String TASK = "ThreadControllerImpl::RunTask";
    /** Microseconds between two callbacks of one frame. */
    private static final long SAME_FRAME = 4_000;

    private record Task(long at, long end, double millis) {}

    static Frames of(Path trace) throws IOException {
        var frames = new HashMap<String, List<Long>>();
        var tasks = new HashMap<String, List<Task>>();
        for (var event : events(trace)) {
            var thread = event.path("pid").asLong() + "/" + event.path("tid").asLong();
            var at = event.path("ts").asLong();
            if (event.path("name").asString("").equals(FRAME))
                frames.computeIfAbsent(thread, _ -> new ArrayList<>()).add(at);
            else
                tasks.computeIfAbsent(thread, _ -> new ArrayList<>())
                        .add(new Task(
                                at,
                                at + event.path("dur").asLong(),
                                event.path("tdur").asDouble() / 1000));
        }
        var page = frames.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow(() -> new IOException("The trace has no frames"));
        return of(page.getValue(), tasks.getOrDefault(page.getKey(), List.of()));
    }

    private static Frames of(List<Long> callbacks, List<Task> tasks) {
        var work = new TreeMap<Long, Double>();
        for (var callback : callbacks.stream().sorted().toList())
            if (work.isEmpty() || callback - work.lastKey() > SAME_FRAME) work.put(callback, 0.0);
        var end = 0L;
        for (var task :
                tasks.stream().sorted(Comparator.comparingLong(Task::at)).toList()) {
            var frame = work.floorKey(task.at());
            if (frame == null || task.at() < end) continue; // before the first frame, or a task within a task
            end = task.end();
            work.merge(frame, task.millis(), Double::sum);
        }
        var longest =
                work.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Frames(
                work.size(),
                longest,
                work.values().stream().filter(millis -> millis > 50).count());
    }

    /** Event by event: a trace has some hundred MiB. */
    private static List<JsonNode> events(Path trace) throws IOException {
        var found = new ArrayList<JsonNode>();
        try (var parser = JsonMapper.shared().createParser(trace.toFile())) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {}
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode event = parser.readValueAsTree();
                var name = event.path("name").asString("");
                if (name.equals(FRAME) || (name.equals(TASK) && event.has("dur"))) found.add(event);
            }
        }
        return found;
    }
}
