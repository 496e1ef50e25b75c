import { DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { changeItinerary } from "../api/commands";
import type { Itinerary, Leg } from "../api/types";
import { useWords } from "../i18n/I18n";
import { localMoment } from "../i18n/moments";
import { ItineraryFact } from "./ItineraryFact";
import {
  changesNothing,
  itineraryOf,
  itineraryOrder,
  itineraryValues,
  laidOn,
  legField,
  tidyNumber,
} from "./legs";
import { OrderForm } from "./OrderForm";
import type { FormProps } from "./RouteForm";

const LOCAL = "YYYY-MM-DDTHH:mm";
const SHOWN = "YYYY-MM-DD HH:mm";
const PLACES = ["NNG", "NND", "self"];

export default function ItineraryForm(props: FormProps<Itinerary>) {
  const { conference, fact, roles, known, done, cancel } = props;
  const { t, word, language } = useWords();
  const now = fact.body;
  const [arrival, setArrival] = useState(now.arrival);
  const [departure, setDeparture] = useState(now.departure);
  const order = itineraryOrder(now, arrival, departure);
  const codes = new Set([
    ...PLACES,
    ...[...known.trips.values()].map((trip) => trip.from).filter(Boolean),
    now.arrival.place,
    now.departure.place,
  ]);
  codes.delete("");
  return (
    <OrderForm<Itinerary>
      conference={conference}
      etag={fact.etag ?? ""}
      roles={roles}
      content={JSON.stringify(order)}
      differs={Object.keys(order).length > 0}
      send={(asked) => changeItinerary(conference, now.person, order, asked)}
      done={done}
      cancel={cancel}
      show={(i) => <ItineraryFact itinerary={i} />}
      alreadySo={(i) => changesNothing(i, order)}
      wanted={(i) => <ItineraryFact itinerary={laidOn(i, order)} />}
      fieldwise={{
        base: itineraryValues(now),
        mine: itineraryValues(laidOn(now, order)),
        of: itineraryValues,
        name: (field) => {
          const { leg, part } = legField(field);
          return `${t(`fact.${leg}`)} · ${t(`form.${part}`)}`;
        },
        say: (field, value) => {
          const { part } = legField(field);
          return part === "time"
            ? localMoment(value, language)
            : part === "place"
              ? word("place", value)
              : value;
        },
        send: (values, asked) =>
          changeItinerary(conference, now.person, itineraryOf(values), asked),
      }}
    >
      <LegFields label={t("fact.arrival")} leg={arrival} change={setArrival} places={codes} first />
      <LegFields label={t("fact.departure")} leg={departure} change={setDeparture} places={codes} />
    </OrderForm>
  );
}

interface LegFieldsProps {
  readonly label: string;
  readonly leg: Leg;
  readonly change: (leg: Leg) => void;
  readonly places: ReadonlySet<string>;
  readonly first?: boolean;
}

function LegFields({ label, leg, change, places, first }: LegFieldsProps) {
  const { t, word } = useWords();
  const id = useId();
  return (
    <fieldset className="leg-fields">
      <legend>{label}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter ends the time, not the form */}
      <div className="order-field" onKeyDown={(e) => e.key === "Enter" && e.preventDefault()}>
        <label htmlFor={`${id}-time`}>{t("form.time")}</label>
        <DatePicker
          id={`${id}-time`}
          autoFocus={first}
          showTime={{ format: "HH:mm", minuteStep: 5 }}
          format={SHOWN}
          needConfirm={false}
          placeholder={t("form.unknown")}
          value={leg.time ? dayjs(leg.time) : null}
          onChange={(at) => change({ ...leg, time: at ? at.format(LOCAL) : null })}
        />
      </div>
      <div className="order-field">
        <label htmlFor={`${id}-place`}>{t("form.place")}</label>
        <Select
          id={`${id}-place`}
          value={leg.place}
          onChange={(place: string) => change({ ...leg, place })}
          options={[
            { value: "", label: t("form.unknown") },
            ...[...places].map((code) => ({ value: code, label: word("place", code) })),
          ]}
        />
      </div>
      <div className="order-field">
        <label htmlFor={`${id}-number`}>{t("form.number")}</label>
        <Input
          id={`${id}-number`}
          value={leg.number}
          maxLength={40}
          placeholder={t("form.unknown")}
          onChange={(e) => change({ ...leg, number: e.target.value })}
          onBlur={() => change({ ...leg, number: tidyNumber(leg.number) })}
        />
      </div>
    </fieldset>
  );
}
