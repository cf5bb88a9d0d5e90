/** Source: twilio-oai, twilio_api_v2010.json: Message.sid. */
export const MESSAGE_SID = /^(SM|MM)[0-9a-fA-F]{32}$/;
