package io.bramble.compatibility;

import io.bramble.compatibility.Operation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/** Operations of a library in this process, one after the other, each below a prefix of its own. */
final class JavaSuite<C> implements Suite {
    private final String client;
    private final Function<Place, C> open;
    private final Function<Exception, Answer> translate;
    private final List<Told<C>> told = new ArrayList<>();

    /** What an operation does; throws what the library throws, or an AssertionError for a wrong result. */
    @FunctionalInterface
    interface Deed<C> {
        void run(C client, Place place, String at) throws Exception;
    }

    private record Told<C>(Operation operation, Deed<C> deed) {}

    /** @param translate an exception of the library */
    JavaSuite(String client, Function<Place, C> open, Function<Exception, Answer> translate) {
        this.client = client;
        this.open = open;
        this.translate = translate;
    }

    JavaSuite<C> works(String group, String name, Deed<C> deed) {
        return tell(group, name, "works", "works", deed);
    }

    JavaSuite<C> denied(String group, String name, Deed<C> deed) {
        return tell(group, name, "refused: AccessDenied", "refused: AccessDenied", deed);
    }

    JavaSuite<C> tell(String group, String name, String embedded, String minio, Deed<C> deed) {
        told.add(new Told<>(new Operation(group, name, client, Answer.of(embedded), Answer.of(minio)), deed));
        return this;
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Stream<Callable<List<Outcome>>> tasks(Place place) {
        var opened = open.apply(place);
        return Stream.of(
                () -> told.stream().map(each -> run(each, opened, place)).toList());
    }

    private Outcome run(Told<C> each, C opened, Place place) {
        var at = client.replace(' ', '-') + "-" + told.indexOf(each) + "/";
        return each.operation().on(place.engine(), answer(each.deed(), opened, place, at));
    }

    private Answer answer(Deed<C> deed, C opened, Place place, String at) {
        try {
            deed.run(opened, place, at);
            return Answer.WORKS;
        } catch (AssertionError wrong) {
            return Answer.fails(String.valueOf(wrong.getMessage()));
        } catch (Exception failed) {
            return translate.apply(failed);
        }
    }
}
