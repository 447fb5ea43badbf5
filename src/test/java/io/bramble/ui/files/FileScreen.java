package io.bramble.ui.files;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Customers;
import io.bramble.bucket.Customers.Program;
import io.bramble.ui.ScreenTest;
import io.bramble.ui.parts.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Somebody with a bucket and the browser of its files. */
@Import(Customers.class)
@SuppressWarnings("unchecked") // a table of rows is found by its raw type
abstract class FileScreen extends ScreenTest {
    @Autowired
    Customers customers;

    @Autowired
    BucketFiles.Modules modules;

    BucketView bucket;
    Program program;

    @BeforeEach
    void makeABucket() {
        bucket = customers.ready(me(), "photos");
        program = customers.program(me(), bucket);
    }

    void put(String... keys) {
        List.of(keys).parallelStream().forEach(key -> program.put(key, "x"));
    }

    String files(String query) {
        return "b/" + bucket.namespace() + "/" + bucket.name() + "/files" + query;
    }

    List<String> names() {
        return ((Stream<Row>) find(Table.class).single().getGenericDataView().getItems())
                .map(Row::name)
                .toList();
    }

    /** @return how many rows there are by now */
    int scrollToEnd() {
        var rows = find(Table.class).single().getDataProvider();
        var size = rows.size(new Query<>());
        rows.fetch(new Query<>(Math.max(0, size - 10), 10, List.of(), null, null))
                .close();
        return size;
    }

    List<String> selected() {
        return ((Table<Row>) find(Table.class).single())
                .getSelectedItems().stream().map(Row::name).toList();
    }

    List<String> names(int offset, int limit) {
        var rows = find(Table.class).single().getDataProvider();
        return ((Stream<Row>) rows.fetch(new Query<>(offset, limit, List.of(), null, null)))
                .map(Row::name)
                .toList();
    }

    FileBrowser browser() {
        return find(FileBrowser.class).single();
    }

    TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    void search(String text) {
        test(find(TextField.class).withAriaLabel("Search for names").single()).setValue(text);
    }

    void wish(String wish, int index, int from) {
        browser().hear(new Selection.Wish(wish, index, from, ""));
    }

    void press(String key) {
        browser().hear(new Selection.Wish("key", -1, -1, key));
    }
}
