/** What `/site/me/page` answers; times are local to the conference, without a zone. */
export interface PersonalPage {
  session: string;
  published: boolean;
  conference: { name: string; starts: string; ends: string };
  now: string;
  name: string | null;
  delegation: string | null;
  sessions: readonly {
    code: string;
    title: string;
    hall: string;
    starts: string;
    absent: boolean;
  }[];
  buses: readonly { trip: string; plate: string; departs: string | null; route: string }[];
  sites: readonly {
    stop: string;
    title: string;
    arrives: string;
    bus: string;
    plate: string;
    route: string;
  }[];
  meals: readonly { code: string; starts: string; place: string; why: string; absent: boolean }[];
  telephones: readonly { role: string; name: string; phone: string; trip: string | null }[];
  choice: { messages: boolean; language: "zh" | "en" };
  reachable: boolean;
  /** Null in a browser in which no code was shown: it was never sent here. */
  own: Own | null;
}

export interface Leg {
  time: string | null;
  place: string;
  number: string;
}

export interface Own {
  rooms: readonly {
    hotel: string;
    title: string;
    room: string;
    from: string;
    to: string;
    phone: string;
  }[];
  arrival: Leg | null;
  departure: Leg | null;
  pickups: readonly {
    trip: string;
    plate: string;
    from: string;
    time: string | null;
    number: string;
  }[];
}
