import { CHANNELS, type Channel, type Contact } from "../api/telling";

const SENDS: Readonly<Record<Channel, (contact: Contact) => string>> = {
  page: () => "page",
  sms: (c) => c.phone,
  email: (c) => c.email,
  webhook: (c) => c.webhook ?? "",
  call: (c) => c.phone,
};

/** How somebody is reached, in order: what there is no address for is left out. */
export const channelsOf = (contact: Contact): readonly Channel[] =>
  (contact.channels ?? CHANNELS).filter((channel) => SENDS[channel](contact) !== "");
