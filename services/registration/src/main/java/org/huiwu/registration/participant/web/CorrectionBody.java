package org.huiwu.registration.participant.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.text.EmailAddress;
import org.huiwu.registration.text.PlainText;
import org.jspecify.annotations.Nullable;

/// A correction of who somebody is: what is left out stays.
record CorrectionBody(
    @Nullable @Size(max = 100) @PlainText @Pattern(regexp = ".*\\S.*") String name,
    @Nullable Gender gender,
    @Nullable @Min(1) @Max(4) Integer rank,
    @Nullable @Size(max = 200) @PlainText String title,
    @Nullable @Size(max = 60) @PlainText String phone,
    @Nullable @EmailAddress String email) {

  Particulars applied(Particulars to) {
    return new Particulars(
        name == null ? to.name() : PersonBody.cleanName(name),
        gender == null ? to.gender() : gender,
        rank == null ? to.rank() : rank,
        title == null ? to.title() : title.strip(),
        phone == null ? to.phone() : phone.strip(),
        email == null ? to.email() : email.strip());
  }
}
