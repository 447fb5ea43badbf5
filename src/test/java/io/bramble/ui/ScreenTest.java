package io.bramble.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupTester;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroupTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import io.bramble.ModuleTest;
import io.bramble.account.Membership;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Table;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** A screen in the JVM: no browser, no bundle, all else real. */
@ModuleTest
@SignedIn
@SuppressWarnings({"unchecked", "rawtypes"}) // testers of components with a type parameter
public abstract class ScreenTest extends SpringBrowserlessTest {
    @Autowired
    private CurrentUser currentUser;

    @Autowired
    private SecurityContextHolderStrategy own;

    private SecurityContextHolderStrategy before = SecurityContextHolder.getContextHolderStrategy();

    /** Each Spring context brings a holder and makes it the process's; tests of several contexts take turns. */
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        before = SecurityContextHolder.getContextHolderStrategy();
        SecurityContextHolder.setContextHolderStrategy(own);
        super.initVaadinEnvironment();
    }

    @AfterEach
    @Override
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        SecurityContextHolder.setContextHolderStrategy(before);
    }

    /** Waits for what workers bring to the page. */
    protected static void eventually(Callable<Boolean> condition) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            letOthersIn();
            return condition.call();
        });
    }

    /** What others want to do to the page waits for its lock, which a test holds all the time. */
    private static void letOthersIn() {
        var session = VaadinSession.getCurrent();
        session.unlock();
        session.lock();
    }

    protected Membership me() {
        return currentUser.membership();
    }

    protected void open(String path) {
        var address = new Location(path);
        UI.getCurrentOrThrow().navigate(address.getPath(), address.getQueryParameters());
    }

    protected void click(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    protected void type(String label, String text) {
        test(find(TextField.class).withLabel(label).single()).setValue(text);
    }

    protected void tick(String... items) {
        test(CheckboxGroupTester.class, find(CheckboxGroup.class).single()).selectItems(items);
    }

    /** Picks one of the radio buttons. */
    protected void choose(String item) {
        test(RadioButtonGroupTester.class, find(RadioButtonGroup.class).single())
                .selectItem(item);
    }

    /** Picks from the list with this label. */
    protected void select(String label, String item) {
        test(SelectTester.class, find(Select.class).withLabel(label).single()).selectItem(item);
    }

    protected int rows() {
        return test(GridTester.class, find(Table.class).single()).size();
    }

    /** All that the server knows of the rows of all tables, drawn or not. */
    protected String rowsOfTables() {
        return find(Table.class).all().stream()
                .flatMap(table -> (Stream<?>) table.getGenericDataView().getItems())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** What a cell shows. */
    protected String cell(int row, String header) {
        var tester = test(GridTester.class, find(Table.class).single());
        return String.valueOf(tester.getLitRendererPropertyValue(row, header, "text", String.class));
    }

    /** Presses the button at the end of a row. */
    protected void act(int row, String verb) {
        test(GridTester.class, find(Table.class).single()).invokeLitRendererFunction(row, verb, "act");
    }

    /** All words on the page and in dialogs; rows of tables are not among them. */
    protected String words() {
        roundTrip();
        return UI.getCurrentOrThrow().getChildren().map(ScreenTest::words).collect(Collectors.joining(" "));
    }

    private static String words(Component shown) {
        var title = shown instanceof Dialog dialog ? dialog.getHeaderTitle() + " " : "";
        return title + shown.getElement().getTextRecursively();
    }

    /** What notices say. */
    protected String notices() {
        roundTrip();
        return find(Notification.class).all().stream()
                .map(notice -> notice.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }
}
