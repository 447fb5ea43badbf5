package io.bramble.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A part of a catalogue file whose complaints say where they are. */
final class Section {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+)(?: (KiB|MiB|GiB|TiB|PiB))?");
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB");

    private final String path;
    private final Map<?, ?> values;

    Section(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) throw refusal(path, "must be a map");
        this.path = path;
        this.values = map;
    }

    Section allow(String... names) {
        for (var name : values.keySet())
            if (!Set.of(names).contains(name))
                throw refusal(path, "does not know '" + name + "'; known are " + String.join(", ", names));
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> names() {
        return values.keySet().stream().map(Object::toString).toList();
    }

    Section section(String name) {
        return new Section(at(name), value(name));
    }

    List<Section> sections(String name) {
        if (!(value(name) instanceof List<?> list)) throw refusal(at(name), "must be a list");
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Section(at(name) + "[" + i + "]", list.get(i)))
                .toList();
    }

    String text(String name) {
        return value(name).toString();
    }

    BigDecimal decimal(String name) {
        try {
            return new BigDecimal(text(name));
        } catch (NumberFormatException e) {
            throw refusal(at(name), "must be a number like 0.01, not '" + text(name) + "'");
        }
    }

    /** A whole number, with or without a binary unit, as in "10 GiB". */
    BigInteger amount(String name) {
        var match = AMOUNT.matcher(text(name));
        if (!match.matches())
            throw refusal(at(name), "must be a whole number or one like '10 GiB', not '" + text(name) + "'");
        var power = match.group(2) == null ? 0 : UNITS.indexOf(match.group(2)) + 1;
        return new BigInteger(match.group(1)).shiftLeft(10 * power);
    }

    Map<String, Object> without(String name) {
        var rest = new TreeMap<String, Object>();
        values.forEach((key, value) -> rest.put(key.toString(), value));
        rest.remove(name);
        return rest;
    }

    private Object value(String name) {
        var value = values.get(name);
        if (value == null) throw refusal(at(name), "is missing");
        return value;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static IllegalArgumentException refusal(String path, String complaint) {
        return new IllegalArgumentException((path.isEmpty() ? "the card" : path) + " " + complaint);
    }
}
