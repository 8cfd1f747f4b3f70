package dev.orderwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesRulesTests {

    @ParameterizedTest
    @CsvSource({
        "United Kingdom, GB",
        "united  kingdom, GB",
        "UK, GB",
        "gb, GB",
        "GBR, GB",
        "EIRE, IE",
        "Ireland, IE",
        "RSA, ZA",
        "Channel Islands, JE",
        "USA, US",
        "U.S.A., US",
        "Czech Republic, CZ",
        "Czechia, CZ",
        "Turkey, TR",
        "Türkiye, TR",
        "Hong Kong, HK",
        "Korea, KR",
        "'Korea, Republic of', ",
        "Cote d'Ivoire, CI",
        "EL, GR",
        "United Arab Emirates, AE"
    })
    void namesAndCodesAreUnderstood(String given, String code) {
        assertThat(Countries.codeOf(given).orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "European Community", "Unspecified", "Atlantis", "XX", "G B", "EU"})
    void whatIsNotOneCountryHasNoCode(String given) {
        assertThat(Countries.codeOf(given)).isEmpty();
    }

    @Test
    void everyCountryIsFoundByItsCodeItsThreeLettersAndItsEnglishName() {
        for (String code : Locale.getISOCountries()) {
            assertThat(Countries.codeOf(code)).contains(code);
            assertThat(Countries.codeOf(Countries.nameOf(code))).contains(code);
            assertThat(Countries.codeOf(Locale.of("", code).getISO3Country())).contains(code);
        }
    }

    @Test
    void everyCountryNameOfTheRetailDataIsKnownSaveTwo() throws IOException {
        var file = RealData.require("online-retail/online_retail_2010-12_2011-08.csv.gz");
        Set<String> names = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> names.add(line.substring(line.lastIndexOf(',') + 1)));
        }
        assertThat(names).hasSize(37);
        assertThat(names.stream().filter(name -> Countries.codeOf(name).isEmpty()))
                .containsExactly("European Community", "Unspecified");
    }
}
