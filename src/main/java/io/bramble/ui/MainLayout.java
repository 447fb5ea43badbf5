package io.bramble.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import io.bramble.account.Accounts;
import io.bramble.account.Membership;
import io.bramble.security.CurrentUser;
import io.bramble.ui.parts.Leave;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** What surrounds every page of the console: brand and navigation in a drawer, the person's menu at the top. */
@Layout
@PermitAll
@JsModule("./shortcuts.ts")
@JsModule("./menu-items.ts")
public final class MainLayout extends AppLayout {
    private final transient Accounts accounts;
    private final Membership acting;
    private final Div content = new Div();

    MainLayout(Accounts accounts, Leave leave, CurrentUser currentUser, AccountMenu menu) {
        this.accounts = accounts;
        this.acting = currentUser.membership();
        setPrimarySection(Section.DRAWER);
        addToDrawer(createBrand(), createNavigation());
        if (currentUser.isOperator()) addToDrawer(createOperatorsNavigation());
        addToNavbar(new SkipLink(content), createToggle(), createSpace(), createHelp(), menu);
        content.addClassName("content");
        var banner = new StandingBanner();
        leave.follow(content, acting, banner::show);
        setContent(new Div(banner, content));
    }

    @Override
    public void showRouterLayoutContent(HasElement page) {
        content.getElement().removeAllChildren().appendChild(page.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement page) {
        content.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!accounts.termsAccepted(acting)) new TermsDialog(accounts, acting).open();
    }

    private RouterLink createBrand() {
        var brand = new RouterLink(DashboardView.class);
        brand.addClassName("brand");
        brand.add(new Logo(), new Span("Bramble"));
        return brand;
    }

    private SideNav createNavigation() {
        var navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Main");
        navigation.addItem(
                new SideNavItem("Dashboard", "", VaadinIcon.HOME_O.create()),
                nested(new SideNavItem("Buckets", "buckets", VaadinIcon.DATABASE.create()), "b"),
                new SideNavItem("Usage", "usage", VaadinIcon.LINE_CHART.create()),
                new SideNavItem("API tokens", "tokens", VaadinIcon.TERMINAL.create()),
                new SideNavItem("Account", "account", VaadinIcon.USER.create()));
        return navigation;
    }

    private SideNav createOperatorsNavigation() {
        var navigation = new SideNav("Operators");
        navigation.addItem(
                new SideNavItem("Overview", "admin", VaadinIcon.DASHBOARD.create()),
                new SideNavItem("Accounts", "admin/accounts", VaadinIcon.USERS.create()),
                new SideNavItem("Usage report", "admin/usage", VaadinIcon.FILE_TABLE.create()),
                new SideNavItem("Engines", "admin/engines", VaadinIcon.SERVER.create()));
        return navigation;
    }

    private static SideNavItem nested(SideNavItem item, String alias) {
        item.setPathAliases(java.util.Set.of(alias));
        item.setMatchNested(true);
        return item;
    }

    private static DrawerToggle createToggle() {
        var toggle = new DrawerToggle();
        toggle.addThemeVariants(ButtonVariant.TERTIARY);
        toggle.setTooltipText("Navigation");
        return toggle;
    }

    private static Div createSpace() {
        var space = new Div();
        space.addClassName("space");
        return space;
    }

    private static Button createHelp() {
        var help = new Button(VaadinIcon.QUESTION_CIRCLE_O.create(), _ -> new HelpDialog().open());
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.setAriaLabel("Help and keyboard shortcuts");
        help.setTooltipText("Help and keyboard shortcuts (?)");
        help.getElement().setAttribute("data-shortcut", "?");
        return help;
    }
}
