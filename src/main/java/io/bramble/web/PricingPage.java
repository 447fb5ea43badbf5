package io.bramble.web;

import static java.time.ZoneOffset.UTC;
import static java.util.Comparator.comparingLong;

import io.bramble.billing.Plans;
import io.bramble.billing.Window;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The catalogue's prices and a calculator that rates with the code that bills. */
@Controller
class PricingPage {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Plans plans;
    private final Clock clock;

    PricingPage(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/pricing")
    String pricing(CalculatorForm form, Model model) {
        var window = Window.of(YearMonth.from(clock.instant().atOffset(UTC)));
        var fields = form.fields();
        var calculations = fields.stream().allMatch(field -> field.error() == null)
                ? calculate(Usage.of(fields), window)
                : List.<Calculation>of();
        model.addAttribute("plans", plans.all());
        model.addAttribute("tariff", Tariff.of(plans.all()));
        model.addAttribute("fields", fields);
        model.addAttribute("month", window.month().format(MONTH) + ", " + window.hours() + " hours");
        model.addAttribute("calculations", calculations);
        model.addAttribute(
                "cheapest",
                calculations.stream()
                        .filter(Calculation::fits)
                        .min(comparingLong(calculation -> calculation.total().minor()))
                        .map(Calculation::code)
                        .orElse(""));
        return "pricing";
    }

    private List<Calculation> calculate(Usage usage, Window window) {
        return plans.all().stream()
                .map(plan -> Calculation.of(plan, usage, window))
                .toList();
    }
}
