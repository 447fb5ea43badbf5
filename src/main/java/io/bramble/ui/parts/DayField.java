package io.bramble.ui.parts;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day to choose, written as everywhere else: "3 May 2026", with weeks that begin on Monday. */
public final class DayField extends DatePicker {
    public DayField(String label, @Nullable LocalDate day) {
        super(label, day);
        setLocale(Locale.ENGLISH);
        var words = new DatePickerI18n();
        words.setFirstDayOfWeek(1);
        words.setDateFormats("d MMM yyyy", "yyyy-MM-dd");
        words.setBadInputErrorMessage("Write the day as 3 May 2026.");
        setI18n(words);
    }
}
