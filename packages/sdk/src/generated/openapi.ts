// Generated from openapi.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/webhooks/form/{dealership_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive any existing web form
         * @description Point the form a site already has at this address. JSON or form-encoded. Fields that are not listed are kept
         *     with the lead as metadata. The same person within 5 minutes is the same submission repeated; within 7 days it is
         *     the same lead with a new submission. A browser that posts the form itself (form-encoded, `Accept: text/html`) is
         *     answered with a page for the visitor, so that a form needs no script.
         */
        post: operations["receiveForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms/{form_id}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a form
         * @description What the widget and `norvalt.forms.submit()` call. `form_id` may be `default`. Only a secret key is told the id
         *     of the lead: a browser must not learn whether a person has asked before.
         */
        post: operations["submitForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/mailgun/inbound/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an e-mail from a Mailgun route
         * @description The address of a Mailgun route (`forward("…")`). The token in the path belongs to one dealership; the HMAC
         *     signature is checked against the signing key of the deployment. Mailgun retries anything but 200 and 406:
         *     200 means stored (also for a repeat), 406 means refused for good (also a mailbox that is turned off, or an address
         *     whose time is over), 503 means try again. With `MAILGUN_ROUTE_TOKEN` in place of the token, one route serves all
         *     dealerships, told apart by the recipient.
         */
        post: operations["receiveMailgunMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/mailgun/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive what became of an e-mail
         * @description The address of Mailgun's event webhooks (delivered, permanent and temporary failure, complaint, unsubscribe,
         *     opened, clicked), one for the whole deployment. The HMAC signature is checked; states only move forward; a
         *     permanent failure, a complaint and an unsubscribe end mails to that address. Events about mails that are not ours
         *     are answered 200 and change nothing.
         */
        post: operations["receiveMailgunEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/twilio/{token}/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an SMS from Twilio
         * @description The address a Twilio number or messaging service posts incoming messages to. `X-Twilio-Signature` is checked over
         *     the public address and every field. An SMS goes on with the conversation its number has, else it becomes a lead.
         *     STOP (in five languages) ends messages by SMS before the answer goes back, START allows them again. The same
         *     MessageSid again changes nothing.
         */
        post: operations["receiveSms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/twilio/{token}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive what became of an SMS
         * @description Twilio posts here what became of an SMS that was sent (`StatusCallback`). States only move forward: delivered,
         *     read or failed after sent. A report that is repeated, late or about something else changes nothing.
         */
        post: operations["receiveSmsStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/twilio/{token}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive what became of a call
         * @description The `action` of a `<Dial>` or a status callback of a call or its leg. A call that nobody took (busy, no answer,
         *     failed, canceled) becomes one lead, whichever report comes first, and the caller is texted back. Every other
         *     report changes nothing.
         */
        post: operations["receiveCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Confirm the address to Meta
         * @description Meta asks this once when the address is set in the app: the challenge is given back when the verify token is the
         *     one of this deployment (`META_VERIFY_TOKEN`).
         */
        get: operations["verifyMetaWebhook"];
        put?: never;
        /**
         * Receive leads from Facebook and messages from WhatsApp
         * @description The one address of the whole deployment that the app at Meta posts to, for Facebook pages (field `leadgen`) and
         *     WhatsApp accounts (`messages`, `smb_message_echoes`). `X-Hub-Signature-256` is checked over the bytes as they came. A post may hold
         *     any number of leads, messages and reports for any number of pages and numbers; each is stored on its own before this
         *     answers, so that a post that comes again, whole or in part, makes nothing twice. What is for a page or number that
         *     no dealership has connected is kept aside for 30 days and taken in when it is.
         */
        post: operations["receiveMetaEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive leads in ADF 1.0
         * @description An ADF document with one or more prospects, up to 1 MB. It is read tolerantly; what was repaired and what is
         *     missing is said for each. The sender's `id` (or, without one, the content) tells a retry from a new lead;
         *     `status="resend"` with other content adds to the customer's lead. `lead_id` is null while a lead is still being
         *     written from what is stored.
         */
        post: operations["receiveAdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/adf/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an ADF document
         * @description Says how a document would be read, what would be repaired and what is missing. Nothing is stored.
         */
        post: operations["validateAdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms/{form_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the configuration of a form
         * @description Texts come in the language asked for, else in the language of the dealership. `form_id` may be `default`.
         */
        get: operations["getForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the forms */
        get: operations["listForms"];
        put?: never;
        /**
         * Create a form
         * @description Fields are shown in the order given. A form asks for `name` and for `email` or `phone`, so that it can be
         *     answered. Texts are per language; a language that a text lacks falls back to that of the dealership.
         */
        post: operations["createForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a form as it would look
         * @description Checks a definition and answers with what a browser would get; nothing is stored.
         */
        post: operations["previewForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/forms/{form_id}/definition": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: components["parameters"]["FormId"];
            };
            cookie?: never;
        };
        /**
         * Read how a form is made
         * @description All fields, all languages and every wording of the consent. `form_id` may be `default`.
         */
        get: operations["getFormDefinition"];
        put?: never;
        post?: never;
        /**
         * Archive a form
         * @description It leaves the list. Pages that still show it keep working, because an enquiry from a forgotten page is an enquiry.
         *     The default form cannot be archived.
         */
        delete: operations["archiveForm"];
        options?: never;
        head?: never;
        /**
         * Change how a form is made
         * @description What is left out stays; `fields` and `texts` are replaced as a whole. Send the `ETag` you read as `If-Match` and
         *     the change is refused with 412 when somebody else was faster. Somebody who is filling in the form meanwhile loses
         *     nothing: what they send is taken in as they were asked.
         */
        patch: operations["updateFormDefinition"];
        trace?: never;
    };
    "/v1/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read who answers the chat
         * @description What a web site shows before anybody has written. Nothing is stored for it.
         */
        get: operations["getChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a chat
         * @description Gives the visitor a token for this chat and nothing else; it works on the origin the chat was opened from. A
         *     chat nobody writes in is forgotten after a day. Hand over the `proof` of forms that the same browser has sent,
         *     and the chat goes on with their lead; an e-mail address alone never leads to anybody's lead.
         */
        post: operations["openChatSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the chat of the visitor
         * @description For who cannot follow the stream. Ask with the `position` of the last message you have.
         */
        get: operations["getChatSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say who the visitor is
         * @description What is given goes to the lead of the chat, so that an answer reaches a visitor who has gone.
         */
        patch: operations["updateChatSession"];
        trace?: never;
    };
    "/v1/chat/session/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the dealership
         * @description `client_id` is your own id of the message: the same one again is the same message and answers the same. The first
         *     message of a chat makes a lead with the source `chat`; the others go on in its conversation. With
         *     `asks_for_person` a colleague is asked for whatever the words are: it is in the queue of escalations, the assistant
         *     says that somebody takes over, and then is silent.
         */
        post: operations["sendChatMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/session/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the chat as it happens
         * @description Server-sent events: `message` for each message, with its position as `id`, and `session` whenever something about
         *     the chat changed (who answers, who types, what was read). Send the last `id` you saw as `Last-Event-ID`: every
         *     message after it comes once, in order. A comment line is sent every 15 seconds. Five streams at most per chat.
         */
        get: operations["streamChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/session/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell that the visitor types
         * @description Holds for eight seconds; say it again while it goes on.
         */
        post: operations["setVisitorTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/session/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark messages as read by the visitor
         * @description Everything up to a position. What is not read is sent by e-mail once the visitor is gone, where there is an address.
         */
        post: operations["markChatRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/session/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the token of the visitor
         * @description A token is good for an hour, and may be renewed, once, for a week after that. The old one is good for another
         *     minute, for the tabs that do not know the new one yet.
         */
        post: operations["renewChatToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/session/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the chat
         * @description Nothing more can be written in it. The lead stays, and goes on by e-mail or phone.
         */
        post: operations["closeChatSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leads
         * @description Newest first. Filters combine with AND; a filter that takes a list combines its values with OR. `q` searches
         *     names, e-mails, phones, vehicles and what was written, by whole words or their beginnings.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Create a lead
         * @description `source: manual` is a walk-in or a phone call that a person writes down: nothing is sent by itself. `source: api`
         *     is an enquiry your system passes on: it is answered like any other. The rules for repeated enquiries apply, so
         *     an existing lead may come back.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /** Read a lead */
        get: operations["getLead"];
        put?: never;
        post?: never;
        /**
         * Delete a lead
         * @description The lead leaves every list, nothing more is sent to it, its words are shown nowhere, and it can be restored. One that
         *     is deleted already answers 404.
         */
        delete: operations["deleteLead"];
        options?: never;
        head?: never;
        /**
         * Change a lead
         * @description Fields that are left out stay as they are. Send the `ETag` you read as `If-Match` and the change is refused with
         *     412 when somebody else was faster. Status moves forward along new, contacted, qualified, appointment (steps may be
         *     skipped), from any of these to won or lost, and from a closed one back to contacted; anything else is 422.
         */
        patch: operations["updateLead"];
        trace?: never;
    };
    "/v1/leads/{lead_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore a deleted lead */
        post: operations["restoreLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a lead as read */
        post: operations["markLeadRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /** List what happened to a lead */
        get: operations["listLeadHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /** List the notes of a lead */
        get: operations["listNotes"];
        put?: never;
        /** Add a note that only colleagues see */
        post: operations["createNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /**
         * List the conversation of a lead
         * @description Oldest first. Messages to colleagues (alerts by SMS) are not part of it.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Write to the customer
         * @description Sent once, however often it is posted with the same `Idempotency-Key`. The assistant stays silent on this lead
         *     from then on, until it is handed back (`handled_by: assistant`), and its follow-ups are cancelled. A signed-in
         *     person has read what they answer; with an API key the lead stays `unread` until `POST /v1/leads/{lead_id}/read`.
         *
         *     By WhatsApp a text can be sent to who has written by WhatsApp, for 24 hours after they last did; after that only the
         *     number's template. `GET /v1/leads/{lead_id}/channels` tells what is possible now.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /**
         * List the ways to write to the customer
         * @description Each with whether a message can go out by it now, and why not where it cannot.
         */
        get: operations["listReplyChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest what a colleague may write
         * @description Written as the assistant's own answers are: from stock and settings, through the claims gate, by the model or from
         *     templates, but as the person who sends it says it: no word of an assistant, or of a salesperson who answers. What is
         *     left for that person to say, such as a price talk, is in `unanswered`. It is not sent and not stored. There is none,
         *     and the answer is `unprocessable`, for a complaint, a threat, a legal matter or a request for personal data, which take a
         *     person's own words, and where nothing that is known answers what is asked.
         */
        post: operations["suggestReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/rewrite": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shorten or translate what a colleague wrote
         * @description Nothing is stored. A figure that the text does not hold is never added: what the model writes is checked. Without a
         *     model `shorten` leaves whole sentences out and changes none. To `translate` it takes one: `model_needed` where none is
         *     connected, its account is refused or the month's budget is spent, `unprocessable` where its answer cannot be used,
         *     `unavailable` where it is down and another try may help.
         */
        post: operations["rewriteText"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sum up a conversation
         * @description For a colleague who takes it from here. By the model in a few sentences; without one as points from what is known,
         *     in bokmål or English.
         */
        post: operations["summariseLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/messages/{message_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a draft of the assistant
         * @description A draft is a message with the state `draft`: the assistant wrote it and waits for a person, because the
         *     dealership's settings say so. It goes out as it is, or with the words given here, once, however often this is
         *     called. The assistant's words are checked again, against the stock, the settings and the knowledge of this moment:
         *     what no longer holds is answered with 409, each passage in `errors`, and the draft is there to be edited or thrown
         *     away. Words given here are a person's, and sent as they are. 409 also answers a draft that was overtaken: once
         *     its reader was written to again, by anybody, an older draft is over.
         */
        post: operations["approveDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/messages/{message_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Throw a draft of the assistant away
         * @description It stays in the conversation as not sent, and a follow-up that it was is called off. A second time changes nothing.
         */
        post: operations["discardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachment_id: string;
            };
            cookie?: never;
        };
        /**
         * Download a file of a message
         * @description The bytes of a file that a customer sent along. It is always served so that nothing in it can run: to be saved,
         *     with a type of a short list of harmless ones, never guessed. `disposition=inline` shows a picture whose own bytes
         *     are PNG, JPEG, GIF or WebP; for everything else it changes nothing.
         */
        get: operations["downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /** Read whether the customer is in the chat */
        get: operations["getLeadChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/chat/typing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the visitor that you type
         * @description Holds for eight seconds; say it again while it goes on.
         */
        post: operations["setStaffTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        /** List the follow-ups of a lead */
        get: operations["listFollowUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leads/{lead_id}/follow-ups/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel what is still scheduled */
        post: operations["cancelFollowUps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a person has to take
         * @description What is open, with the earliest `due_at` in front (urgent ones may wait 15 minutes of opening hours, high ones an
         *     hour, normal ones four); or what is resolved, newest first. `counts` are of everything that is open.
         */
        get: operations["listEscalations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations/{escalation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        /** Read one escalation */
        get: operations["getEscalation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations/{escalation_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an escalation, or give it to somebody
         * @description Of two people who take it at once one gets it, and the other is told who did (409).
         */
        post: operations["assignEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations/{escalation_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark an escalation as dealt with
         * @description A second time changes nothing, and the first note stays.
         */
        post: operations["resolveEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escalations/{escalation_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an escalation back into the queue */
        post: operations["reopenEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List vehicles */
        get: operations["listVehicles"];
        put?: never;
        /** Add a vehicle */
        post: operations["createVehicle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vehicles/{vehicle_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vehicle_id: components["parameters"]["VehicleId"];
            };
            cookie?: never;
        };
        /** Read a vehicle */
        get: operations["getVehicle"];
        put?: never;
        post?: never;
        /** Remove a vehicle from stock */
        delete: operations["deleteVehicle"];
        options?: never;
        head?: never;
        /** Change a vehicle */
        patch: operations["updateVehicle"];
        trace?: never;
    };
    "/v1/knowledge/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the knowledge */
        get: operations["listKnowledge"];
        put?: never;
        /**
         * Add a document or an answered question
         * @description The text is Markdown. Answers to customers may use what stands here as facts, and nothing in it is obeyed. A
         *     dealership keeps at most 500 entries and 4 million characters (`knowledge_full`).
         */
        post: operations["createKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a document
         * @description The body is the file itself, up to 15 MB and 200 pages: PDF, Word (.docx), Markdown, HTML or text. Only its text
         *     is kept. The same file again answers 200 with the entry it became. A PDF of scanned pages is refused as
         *     `document_scanned`, one that is damaged or protected as `document_unreadable`, one that takes too long or
         *     unpacks to too much as `document_too_large`.
         */
        post: operations["uploadKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a web page
         * @description Reads the text of a page of the open internet, up to 5 MB. An address inside a network is refused
         *     (`page_refused`). The same address again answers 200 with the entry it became.
         */
        post: operations["addKnowledgePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/entries/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        /** Read an entry */
        get: operations["getKnowledge"];
        put?: never;
        post?: never;
        /**
         * Remove an entry
         * @description For good, with all its versions. To keep it out of answers for a while, set `enabled` to false.
         */
        delete: operations["deleteKnowledge"];
        options?: never;
        head?: never;
        /**
         * Change an entry
         * @description How it was stays as a version.
         */
        patch: operations["updateKnowledge"];
        trace?: never;
    };
    "/v1/knowledge/entries/{entry_id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the web page of an entry again */
        post: operations["refetchKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/entries/{entry_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        /** List the versions of an entry */
        get: operations["listKnowledgeVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/entries/{entry_id}/versions/{version_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
                version_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an entry as it was
         * @description That is a new version as well.
         */
        post: operations["restoreKnowledgeVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try what a question finds
         * @description Asks the knowledge as an answer to a customer does, and tells how well each passage fits. From `threshold` on a
         *     passage is used in answers. Nothing is stored.
         */
        post: operations["searchKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what could not be answered
         * @description What customers asked that neither the stock nor the knowledge answered, with the answer a colleague wrote since as
         *     a suggestion. Phone numbers, addresses and the like are taken out of the questions.
         */
        get: operations["listUnansweredQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/unanswered/{question_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: components["parameters"]["QuestionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an answered question of it
         * @description Adds a FAQ and takes the question off the list. What is left out comes from the suggestion; `text` is needed where
         *     there is none. The same question again answers 200 with the entry it became.
         */
        post: operations["answerUnansweredQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/knowledge/unanswered/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: components["parameters"]["QuestionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a question off the list
         * @description It does not come back, however often it is asked.
         */
        delete: operations["dismissUnansweredQuestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/arrivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what came in */
        get: operations["listArrivals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/arrivals/{arrival_id}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        /**
         * Read the mail of an arrival
         * @description In the text that templates read and in which their fields are marked. Kept for 30 days.
         */
        get: operations["getArrivalMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/arrivals/{arrival_id}/portal-template": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a template of a real mail
         * @description Each mark says which piece of the mail is which field; positions count in `subject` and `text` of
         *     `GET /v1/arrivals/{arrival_id}/mail`. The words around a piece find it again in the next mail. Marks by which that
         *     very mail cannot be read are refused (422).
         */
        post: operations["createPortalTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/arrivals/{arrival_id}/portal-template/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try marks on a mail
         * @description Says how the mail would be read by a template made of these marks. Nothing is stored.
         */
        post: operations["previewPortalTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/arrivals/{arrival_id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a lead of an arrival that did not become one */
        post: operations["promoteArrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was posted from outside
         * @description Posts of web sites and providers of the last 30 days with what they were answered, also refused ones.
         */
        get: operations["listInboundRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-requests/{inbound_request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inbound_request_id: string;
            };
            cookie?: never;
        };
        /** Read one post and what it brought */
        get: operations["getInboundRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-requests/{inbound_request_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inbound_request_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Work once more on what a post brought
         * @description What is part of a lead already stays as it is. What was put aside is read and judged anew.
         */
        post: operations["replayInboundRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the connections to providers
         * @description With the health of each. Tokens are never given out.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Connect a Facebook page or a WhatsApp number
         * @description The token is tried first: it has to be of that page, or to reach that number, which is then subscribed with it. It
         *     is kept sealed and never given out again. A page or number belongs to one dealership; what it sent in the last 30
         *     days and nobody had connected is taken in.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connection_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        /** Read a connection */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        /**
         * Disconnect
         * @description The token is forgotten at once. Leads that are here stay; what was not yet fetched stays among the arrivals.
         */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        /**
         * Give a connection a new token or another template
         * @description A new token is tried first and then replaces the old one; everything that waited for it is taken in. The template is
         *     what a WhatsApp number sends instead of a follow-up once the customer's last message is more than 24 hours old; it
         *     has to be approved and to take as many parameters as are named.
         */
        patch: operations["updateConnection"];
        trace?: never;
    };
    "/v1/connections/{connection_id}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        /**
         * List the templates of a WhatsApp number
         * @description Those that are approved and made of words alone, as Meta has them now; a Facebook page has none. Templates with
         *     pictures, named parameters or parameters in their header or buttons are left out.
         */
        get: operations["listConnectionTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connections/{connection_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a connection
         * @description Asks the provider for something small with the token as it is, and notes how that went.
         */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dealership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the dealership */
        get: operations["getDealership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the dealership */
        patch: operations["updateDealership"];
        trace?: never;
    };
    "/v1/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the mailbox */
        get: operations["getMailbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Turn the mailbox on or off
         * @description While it is off, mail to it is refused for good (406 to Mailgun, which then drops it); only answers in
         *     conversations still come in.
         */
        patch: operations["updateMailbox"];
        trace?: never;
    };
    "/v1/mailbox/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the mailbox a new address
         * @description The old address takes mail for `overlap_days` more, so that forwarding can be changed without haste. Answers in
         *     conversations find their way whichever address they go to, for good.
         */
        post: operations["rotateMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how the assistant answers */
        get: operations["getAssistant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how the assistant answers
         * @description What is left out stays as it is; `channels` are changed one by one, lists as a whole. The next message is written
         *     by the new settings. None of them loosens what the claims gate allows.
         */
        patch: operations["updateAssistant"];
        trace?: never;
    };
    "/v1/assistant/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a message against stock and settings
         * @description What the assistant would make of a message, step by step: how it reads it, which car, what it decides, what it
         *     writes and where each claim comes from. Nothing is sent and nothing is stored but what the model used.
         */
        post: operations["tryAssistant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what the assistant has used in a month
         * @description Tokens and calls of the language model per day and purpose, failed attempts included, and SMS parts sent. Days
         *     are days of UTC. Numbers of calls begin with the day this was installed; the month's total holds all of it.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the templates of portals */
        get: operations["listPortalTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/portal-templates/{portal_template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal_template_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a template
         * @description One that comes with the product is then again as it came.
         */
        delete: operations["deletePortalTemplate"];
        options?: never;
        head?: never;
        /** Mend a template by a real mail, or turn it off or on */
        patch: operations["updatePortalTemplate"];
        trace?: never;
    };
    "/v1/crm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how leads go to the CRM */
        get: operations["getCrm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how leads go to the CRM
         * @description Every new lead goes to the CRM's intake address once, as a mail in ADF 1.0; leads from before it was turned on do
         *     not. An address of our own mail domain is refused, because a lead would then come back for ever.
         */
        patch: operations["updateCrm"];
        trace?: never;
    };
    "/v1/crm/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what went to the CRM */
        get: operations["listCrmDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crm/deliveries/{delivery_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a lead to the CRM that did not get there
         * @description For a delivery that failed or was called off; it is written anew with the settings as they are now. One that is
         *     under way, was sent or may have been sent is never sent again (409).
         */
        post: operations["retryCrmDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the people of the dealership */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a colleague by e-mail
         * @description The mail holds a link that is valid for 7 days and works once. Inviting again sends a new link.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key itself is in this answer and nowhere else. A publishable key needs the origins it may be used from; a
         *     secret key needs its scopes. Test keys make test leads: nothing of theirs reaches a real customer.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{api_key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                api_key_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It stops working at once, and for good.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow changes as they happen
         * @description Server-sent events. Each has an `id`, an `event` (its type) and `data` (an `Event` as JSON). Send the last id
         *     you saw as `Last-Event-ID` and what you missed comes first; an event may come twice, never not at all (for
         *     24 hours). A comment line is sent every 15 seconds so that a dead connection shows.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhook endpoints
         * @description A key sees those of its own mode, people see both.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description The signing secret is in this answer and nowhere else. Posts are signed as Standard Webhooks 1.0 says: check
         *     `webhook-id`, `webhook-timestamp` and `webhook-signature` before you believe one, with `webhooks.verify()` of the
         *     SDK or any Standard Webhooks library. Answer 2xx within 15 seconds; anything else is tried again after 5 seconds,
         *     5 and 30 minutes, 2, 5, 10 and 10 hours. 410 disables the endpoint, `Retry-After` is obeyed, redirects are not
         *     followed. A post may come twice, with the same `webhook-id`, and posts may overtake each other.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhook_endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        /** Read a webhook endpoint and its health */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description What waits to be sent to it is cancelled.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change, disable or enable a webhook endpoint
         * @description What happens while an endpoint is disabled is logged as cancelled and can be resent afterwards.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhook_endpoint_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook endpoint a new secret
         * @description Until the old secret runs out every post carries both signatures, so that you can change over in peace.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhook_endpoint_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description A `webhook.test`, signed and logged like every other; whatever the endpoint subscribes to.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{webhook_endpoint_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what did not get through since a time
         * @description With `include_succeeded` also what did. Each post keeps its `webhook-id`.
         */
        post: operations["resendWebhooksSince"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent to webhook endpoints
         * @description The last 30 days, without the bodies.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{webhook_delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_delivery_id: string;
            };
            cookie?: never;
        };
        /** Read a delivery with its body and every attempt */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{webhook_delivery_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_delivery_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one delivery again
         * @description With the same `webhook-id` and the same body, now, and on the usual schedule if that fails.
         */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a sandbox
         * @description A dealership of its own to try things in, with five vehicles, a form, and a secret and a publishable test key, which
         *     are in this answer and nowhere else. Everything in it is a test: no mail, SMS or language model is used, and the
         *     rules that answer instead say the same every time. Its clock can be moved. At most 20 for each dealership.
         */
        post: operations["createSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the clock and the receiver of the sandbox */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the clock of the sandbox forward
         * @description Everything that falls due on the way (follow-ups, retries of webhooks, leads that are given up, leases, windows) happens
         *     at its own time and in its order, and has happened when this answers. A long way takes a while: send an
         *     Idempotency-Key, and again after a timeout. Time that was passed does not come back.
         */
        post: operations["moveSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let customers write to the sandbox
         * @description `enquiry`: somebody asks and is answered. `conversation`: and writes back. `no_show`: and books a visit, and does not
         *     come. The customers of a new sandbox are always the same, in the same order.
         */
        post: operations["generateSandboxLeads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write back as a customer of the sandbox
         * @description Answers the last mail the customer got, by mail; what comes of it has happened when this answers.
         */
        post: operations["replyInSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/receiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the receiver of the sandbox how to answer
         * @description The sandbox has a receiver of webhooks, at `receiver_url`: make an endpoint with that address. It answers the next posts
         *     as told here, one after the other, and then with 204. A status of null breaks the connection.
         */
        post: operations["tellSandboxReceiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/receiver/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the receiver of the sandbox got
         * @description With headers and body as they were posted, so that a signature can be checked.
         */
        get: operations["listSandboxReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what would have been sent
         * @description Where no provider is configured for a channel, and for every test lead, messages end here instead, exactly as
         *     they would have gone out.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox/{outbox_id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outbox_id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer an e-mail of the outbox as the customer would
         * @description For trying the product out. The answer takes the way a real mail takes, from the arrival on.
         */
        post: operations["replyToOutbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a dealership and its first user */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a new access token
         * @description Needs the refresh cookie, and rotates it. Using an old one again ends the session everywhere it is used, except
         *     within 10 seconds of the rotation (two browser tabs).
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session of the access token, or of the refresh cookie. Both stop working at once.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who is signed in */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own profile */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        /**
         * Show the button that stops messages
         * @description Changes nothing by itself, because mail scanners follow links.
         */
        get: operations["showUnsubscribe"];
        put?: never;
        /** Stop messages to the address (RFC 8058) */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive? */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can it serve? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "lead.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A lead was created */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookLeadEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A lead changed */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookLeadEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.status_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A lead changed its status */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookStatusEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "lead.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A lead was deleted */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookLeadEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer wrote */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookMessageEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message went out to a customer */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookMessageEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.delivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message arrived */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookMessageEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message could not be sent */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookMessageEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "escalation.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A conversation needs a person */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookEscalationEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "escalation.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody took, resolved or reopened an escalation */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookEscalationEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "suppression.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An address gets nothing more */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookSuppressionEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A test sent by hand */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description The same on every attempt; ignore what you have seen. */
                    "webhook-id": string;
                    /** @description When this attempt was made, in seconds since 1970. */
                    "webhook-timestamp": string;
                    /** @description One `v1,…` for each secret, with spaces between. */
                    "webhook-signature": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookTestEvent"];
                };
            };
            responses: {
                /** @description Not wanted any more; the endpoint is disabled. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Taken. */
                "2XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Tried again later. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Problem: {
            /** Format: uri-reference */
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: components["schemas"]["ProblemCode"];
            request_id: string;
            errors?: {
                /** @description JSON Pointer into the body, or `?name` for a query parameter. */
                pointer: string;
                detail: string;
            }[];
        };
        /** @enum {string} */
        ProblemCode: "invalid_request" | "malformed_json" | "unauthorized" | "invalid_credentials" | "session_ended" | "forbidden" | "origin_not_allowed" | "secret_key_in_browser" | "not_found" | "method_not_allowed" | "not_acceptable" | "conflict" | "already_exists" | "request_in_progress" | "idempotency_key_reused" | "precondition_failed" | "payload_too_large" | "unsupported_media_type" | "unprocessable" | "invalid_transition" | "channel_not_possible" | "suppressed" | "model_needed" | "document_unreadable" | "document_scanned" | "document_too_large" | "page_refused" | "page_unreachable" | "knowledge_full" | "rate_limited" | "invalid_signature" | "unknown_mailbox" | "internal_error" | "unavailable";
        /** @enum {string} */
        Language: "nb" | "en" | "sv" | "da" | "de";
        /** @enum {string} */
        Mode: "live" | "test";
        /** @enum {string} */
        Role: "admin" | "manager" | "sales_rep" | "viewer";
        /** Format: email */
        EmailAddress: string;
        PersonName: string;
        /** @description At least 8 characters; any characters; common passwords are refused. */
        Password: string;
        /** Format: date-time */
        Timestamp: string;
        /** Format: date-time */
        NullableTimestamp: string | null;
        /** @enum {string} */
        LeadStatus: "new" | "contacted" | "qualified" | "appointment" | "won" | "lost";
        /** @enum {string} */
        LeadSource: "website" | "email" | "facebook" | "whatsapp" | "sms" | "chat" | "phone" | "adf" | "api" | "manual";
        /** @enum {string} */
        Temperature: "hot" | "warm" | "cold";
        Utm: {
            source?: string;
            medium?: string;
            campaign?: string;
            term?: string;
            content?: string;
        };
        Consent: {
            /** @description Which wording the person saw. */
            version: string;
            granted: boolean;
        };
        RecordedConsent: {
            version: string;
            granted: boolean;
            recorded_at: components["schemas"]["Timestamp"];
            source_url: string | null;
        };
        PlainForm: {
            name: components["schemas"]["PersonName"];
            email: components["schemas"]["EmailAddress"];
            phone?: string;
            vehicle_interest?: string;
            message: string;
            source_url?: string;
            /** @description The language to answer in, where it is one of `nb`, `en`, `sv`, `da`, `de`. */
            language?: unknown;
            /** @description The `version` of the consent wording that the visitor ticked. */
            consent_version?: unknown;
        };
        FormSubmission: {
            name: components["schemas"]["PersonName"];
            email?: components["schemas"]["EmailAddress"];
            phone?: string;
            vehicle_interest?: string;
            vehicle_id?: string;
            message?: string;
            /** @description Answers to questions of your own, by the name of the field; `true` for a ticked box. */
            answers?: {
                [key: string]: string | boolean;
            };
            language?: components["schemas"]["Language"];
            source_url?: string;
            referrer?: string;
            utm?: components["schemas"]["Utm"];
            consents?: components["schemas"]["Consent"][];
            /** @description Time from the first key press to sending, in milliseconds. */
            elapsed_ms?: number;
            /** @description A trap for bots: hidden from people, must stay empty. */
            website?: string;
        };
        SubmissionReceipt: {
            submission_id: string;
            /** @constant */
            status: "received";
            /** @description Only for a secret key. */
            lead_id?: string;
            /** @description Only for a publishable key: shows that this browser sent it, for a chat that goes on with it. */
            proof?: string;
        };
        /** @description `name`, `email`, `phone`, `vehicle_interest` and `message` mean what they mean in a submission; any other name is a question of your own, but for `consent`, `consent_version`, `language`, `source_url` and `website`, which the form itself sends. */
        FormFieldName: string;
        /** @enum {string} */
        FormFieldType: "text" | "email" | "tel" | "textarea" | "select" | "radio" | "checkbox" | "hidden";
        FormField: {
            name: components["schemas"]["FormFieldName"];
            type: components["schemas"]["FormFieldType"];
            label: string;
            hint?: string;
            required: boolean;
            autocomplete?: string;
            /** @description The page of the form it stands on. */
            step: number;
            /** @description What `select` and `radio` offer. */
            options?: {
                value: string;
                label: string;
            }[];
            /** @description What a `hidden` field sends. */
            value?: string;
        };
        Form: {
            id: string;
            name: string;
            language: components["schemas"]["Language"];
            dealership_name: string;
            heading: string;
            intro: string;
            fields: components["schemas"]["FormField"][];
            submit_label: string;
            success_title: string;
            success_text: string;
            consent: {
                version: string;
                text: string;
                required: boolean;
            } | null;
            theme: components["schemas"]["FormTheme"];
        };
        FormTheme: {
            accent: string;
            /** @description Roundness of corners in pixels. */
            radius: number;
        };
        /** @description One text per language. */
        FormLabels: {
            nb?: string;
            en?: string;
            sv?: string;
            da?: string;
            de?: string;
        };
        /** @description What the form says in one language. What is left out or empty is said in our words; `{dealership}` is its name. */
        FormTexts: {
            heading?: string;
            intro?: string;
            submit_label?: string;
            success_title?: string;
            success_text?: string;
            consent_text?: string;
        };
        FormTextsByLanguage: {
            nb?: components["schemas"]["FormTexts"];
            en?: components["schemas"]["FormTexts"];
            sv?: components["schemas"]["FormTexts"];
            da?: components["schemas"]["FormTexts"];
            de?: components["schemas"]["FormTexts"];
        };
        FieldDefinition: {
            name: components["schemas"]["FormFieldName"];
            type: components["schemas"]["FormFieldType"];
            required: boolean;
            step: number;
            labels: components["schemas"]["FormLabels"];
            hints: components["schemas"]["FormLabels"];
            options: {
                value: string;
                labels: components["schemas"]["FormLabels"];
            }[];
            /** @description What a `hidden` field sends; null for the others. */
            value: string | null;
        };
        FieldDefinitionInput: {
            name: components["schemas"]["FormFieldName"];
            type: components["schemas"]["FormFieldType"];
            required?: boolean;
            step?: number;
            labels?: components["schemas"]["FormLabels"];
            hints?: components["schemas"]["FormLabels"];
            options?: {
                value: string;
                labels?: components["schemas"]["FormLabels"];
            }[];
            value?: string | null;
        };
        FormDefinition: {
            id: string;
            name: string;
            /** @description The one that `default` means; it cannot be archived. */
            is_default: boolean;
            fields: components["schemas"]["FieldDefinition"][];
            texts: components["schemas"]["FormTextsByLanguage"];
            consent: {
                version: string;
                required: boolean;
            } | null;
            /** @description Every wording a visitor may have agreed to, newest first. */
            consent_versions: {
                version: string;
                /** @description The wording per language. */
                texts: {
                    [key: string]: string;
                };
                created_at: components["schemas"]["Timestamp"];
            }[];
            theme: components["schemas"]["FormTheme"];
            allowed_origins: string[];
            version: number;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        FormDefinitionInput: {
            name: string;
            fields: components["schemas"]["FieldDefinitionInput"][];
            texts?: components["schemas"]["FormTextsByLanguage"];
            /** @description The box below the form; null for none. A changed `consent_text` gets a version of its own. */
            consent?: {
                required: boolean;
            } | null;
            theme?: components["schemas"]["FormTheme"];
            /** @description Sites that may use this form, among those of the key; empty for all of them. */
            allowed_origins?: string[];
        };
        FormDefinitionUpdate: {
            name?: string;
            fields?: components["schemas"]["FieldDefinitionInput"][];
            texts?: components["schemas"]["FormTextsByLanguage"];
            consent?: {
                required: boolean;
            } | null;
            theme?: components["schemas"]["FormTheme"];
            allowed_origins?: string[];
        };
        FormList: {
            data: components["schemas"]["Form"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        Chat: {
            /** @description Whether the dealership takes chats at all. */
            enabled: boolean;
            dealership_name: string;
            assistant_name: string;
            /** @description Said before anybody has written; null for that of the widget, in the visitor's language. */
            greeting: string | null;
            /**
             * @description Who would answer a new chat now.
             * @enum {string}
             */
            answered_by: "assistant" | "human";
            /** @description Whether the dealership is open now; true when no hours are known. */
            open: boolean;
            /** @description When it opens next; null while it is open or when no hours are known. */
            opens_at: components["schemas"]["NullableTimestamp"];
            theme: {
                accent: string;
            };
        };
        ChatOpening: {
            language?: components["schemas"]["Language"];
            page_url?: string;
            referrer?: string;
            utm?: components["schemas"]["Utm"];
            vehicle_interest?: string;
            vehicle_id?: string;
            /** @description `proof` of the forms that this browser has sent. One that is not valid is ignored. */
            proofs?: string[];
        };
        ChatContactInput: {
            name?: components["schemas"]["PersonName"];
            email?: components["schemas"]["EmailAddress"];
            phone?: string;
        };
        ChatSession: {
            id: string;
            /**
             * @description Who answers the visitor now.
             * @enum {string}
             */
            answered_by: "assistant" | "human";
            typing: {
                /** @enum {string} */
                from: "assistant" | "human";
                name: string | null;
            } | null;
            contact: {
                name: string | null;
                email: string | null;
                phone: string | null;
            };
            /** @description Position of the last message that a colleague has seen. */
            read_by_dealership: number;
            closed_at: components["schemas"]["NullableTimestamp"];
        };
        ChatMessage: {
            id: string;
            /** @description Its place in the chat, from 1. */
            position: number;
            /** @description The id the visitor's side gave it. */
            client_id: string | null;
            /** @enum {string} */
            from: "visitor" | "assistant" | "human";
            name: string | null;
            text: string;
            sent_at: components["schemas"]["Timestamp"];
        };
        ChatOpened: {
            /** @description Token of the visitor; it is not shown again. */
            token: string;
            /** @description Seconds. */
            expires_in: number;
            session: components["schemas"]["ChatSession"];
        };
        ChatTranscript: {
            session: components["schemas"]["ChatSession"];
            messages: components["schemas"]["ChatMessage"][];
        };
        ChatMessageEvent: {
            /** @description The position of the message. */
            id: string;
            /** @constant */
            type: "message";
            data: components["schemas"]["ChatMessage"];
        };
        ChatSessionEvent: {
            /** @description The position of the message before it. */
            id: string;
            /** @constant */
            type: "session";
            data: components["schemas"]["ChatSession"];
        };
        /** @description What the stream of a chat tells. */
        ChatEvent: components["schemas"]["ChatMessageEvent"] | components["schemas"]["ChatSessionEvent"];
        Typing: {
            typing: boolean;
        };
        LeadChat: {
            session: {
                id: string;
                /** @description The visitor has the page open now. */
                visitor_present: boolean;
                visitor_typing: boolean;
                last_seen_at: components["schemas"]["NullableTimestamp"];
                page_url: string | null;
                opened_at: components["schemas"]["Timestamp"];
                closed_at: components["schemas"]["NullableTimestamp"];
            } | null;
        };
        /**
         * @description Who answers chats: the assistant, colleagues only, or colleagues while open and the assistant otherwise.
         * @enum {string}
         */
        ChatAnsweredBy: "assistant" | "human" | "assistant_outside_hours";
        ChatSettings: {
            enabled: boolean;
            answered_by: components["schemas"]["ChatAnsweredBy"];
            /** @description How long an answer stays unread before it is sent by e-mail, when the visitor has gone; 0 for never. */
            email_after_minutes: number;
            /** @description Said in the chat before anybody has written; null for that of the widget, in the visitor's language. */
            greeting: string | null;
            /** @description Colour of buttons and of what the visitor says; null for that of the first form. Text on it is black or white, whichever reads better. */
            accent: string | null;
        };
        Submission: {
            id: string;
            source: components["schemas"]["LeadSource"];
            /** @description Which form, mailbox or key. */
            source_detail: string | null;
            message: string;
            vehicle_interest: string | null;
            source_url: string | null;
            /** @description How often it was sent again within 5 minutes. */
            repeats: number;
            received_at: components["schemas"]["Timestamp"];
            /** @description Fields of the form that have no place of their own. */
            metadata: {
                [key: string]: unknown;
            };
        };
        Customer: {
            name: string | null;
            email: string | null;
            /** @description E.164 where it could be read as a number, else as written. */
            phone: string | null;
            emails: string[];
            phones: string[];
            language: components["schemas"]["Language"];
        };
        Qualification: {
            /** @enum {string|null} */
            intent: "buy" | "sell" | "trade_in" | "test_drive" | "finance" | "availability" | "price" | "opening_hours" | "general" | null;
            /** @description Kroner. */
            budget: number | null;
            /** @description As the customer said it. */
            timeline: string | null;
            financing: boolean | null;
            test_drive: boolean | null;
            /** @description `Not described` where nothing but that there is a car is known. */
            trade_in: string | null;
        };
        LeadVehicle: {
            id: string;
            title: string;
            price: number | null;
            mileage: number | null;
            status: components["schemas"]["VehicleStatus"];
            image_url: string | null;
        } | null;
        UserSummary: {
            id: string;
            name: string;
        } | null;
        Lead: {
            id: string;
            status: components["schemas"]["LeadStatus"];
            status_reason: string | null;
            source: components["schemas"]["LeadSource"];
            /** @description Every channel that brought this lead, the first one first. */
            sources: components["schemas"]["LeadSource"][];
            customer: components["schemas"]["Customer"];
            person_id: string;
            /** @description The lead the same person had before. */
            previous_lead_id: string | null;
            /** @description In the customer's own words. */
            vehicle_interest: string | null;
            vehicle: components["schemas"]["LeadVehicle"];
            /** @description The first message. */
            message: string;
            /** @description The beginning of the newest message. */
            preview: string;
            submissions: components["schemas"]["Submission"][];
            /** @description The person asked more than once. */
            duplicate: boolean;
            score: number;
            temperature: components["schemas"]["Temperature"];
            score_reasons: string[];
            /** @enum {string} */
            urgency: "now" | "today" | "normal" | "low";
            /** @description Why a person should take over. */
            escalations: ("legal" | "complaint" | "finance_advice" | "price_negotiation" | "safety" | "gdpr" | "human_requested" | "abuse")[];
            qualification: components["schemas"]["Qualification"];
            assigned_to: components["schemas"]["UserSummary"];
            /**
             * @description Who answers the customer now.
             * @enum {string}
             */
            handled_by: "assistant" | "human";
            tags: string[];
            consents: components["schemas"]["RecordedConsent"][];
            utm: components["schemas"]["Utm"];
            unread: boolean;
            test: boolean;
            version: number;
            first_response_at: components["schemas"]["NullableTimestamp"];
            first_response_seconds: number | null;
            last_contact_at: components["schemas"]["NullableTimestamp"];
            last_activity_at: components["schemas"]["Timestamp"];
            converted_at: components["schemas"]["NullableTimestamp"];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
            deleted_at: components["schemas"]["NullableTimestamp"];
        };
        LeadList: {
            data: components["schemas"]["Lead"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        CustomerInput: {
            name?: components["schemas"]["PersonName"];
            email?: components["schemas"]["EmailAddress"];
            phone?: string;
            language?: components["schemas"]["Language"];
        };
        LeadCreate: {
            /**
             * @description Left out: `manual` for a person, `api` for a key.
             * @enum {string}
             */
            source?: "manual" | "api";
            source_detail?: string;
            customer: components["schemas"]["CustomerInput"];
            vehicle_interest?: string;
            vehicle_id?: string;
            message?: string;
            tags?: string[];
            utm?: components["schemas"]["Utm"];
        };
        LeadUpdate: {
            status?: components["schemas"]["LeadStatus"];
            status_reason?: string;
            /** @description A user id. */
            assigned_to?: string | null;
            /** @enum {string} */
            handled_by?: "assistant" | "human";
            tags?: string[];
            customer?: components["schemas"]["CustomerInput"];
            vehicle_interest?: string;
            vehicle_id?: string | null;
        };
        HistoryEntry: {
            id: string;
            /** @enum {string} */
            type: "created" | "submission_added" | "submission_repeated" | "status_changed" | "assigned" | "handled_by_changed" | "tags_changed" | "customer_changed" | "vehicle_changed" | "note_added" | "message_received" | "message_sent" | "message_failed" | "message_withheld" | "draft_approved" | "draft_discarded" | "follow_ups_scheduled" | "follow_ups_cancelled" | "follow_up_sent" | "crm_sent" | "crm_failed" | "escalated" | "escalation_resolved" | "unsubscribed" | "deleted" | "restored";
            actor: {
                /** @enum {string} */
                type: "user" | "assistant" | "customer" | "api_key" | "system";
                name: string | null;
            };
            from: string | null;
            to: string | null;
            reason: string | null;
            occurred_at: components["schemas"]["Timestamp"];
        };
        HistoryList: {
            data: components["schemas"]["HistoryEntry"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        Note: {
            id: string;
            text: string;
            author: string;
            created_at: components["schemas"]["Timestamp"];
        };
        NoteList: {
            data: components["schemas"]["Note"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        /** @enum {string} */
        MessageState: "received" | "draft" | "pending" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown" | "cancelled";
        Claim: {
            /**
             * @description What the message says.
             * @example 489 000 kr
             */
            claim: string;
            /** @enum {string} */
            source: "vehicle" | "dealership" | "customer" | "knowledge";
            source_id: string | null;
        };
        Message: {
            id: string;
            lead_id: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @enum {string} */
            sender_type: "customer" | "ai" | "human";
            sender_name: string | null;
            /** @enum {string} */
            channel: "website" | "email" | "facebook" | "whatsapp" | "sms" | "chat" | "phone" | "api" | "manual";
            /**
             * @description `chat_copy`: answers of a chat that were not read there, sent by e-mail.
             * @enum {string}
             */
            purpose: "enquiry" | "reply" | "follow_up" | "manual" | "chat_copy";
            subject: string | null;
            /** @description Plain text, quotes and signatures of mails removed. Empty while a reply is being written. */
            text: string;
            state: components["schemas"]["MessageState"];
            /** @description Why it failed, or was not sent. */
            state_reason: string | null;
            language: string | null;
            /**
             * @description Who chose the words of an assistant's message.
             * @enum {string|null}
             */
            written_by: "model" | "rules" | null;
            /** @description Where each fact in an assistant's message comes from. */
            claims: components["schemas"]["Claim"][];
            /** @description The colleague who let a draft of the assistant out. */
            approved_by: string | null;
            /** @description A colleague changed the words of the draft. */
            edited: boolean;
            recipient: string | null;
            /** @description Files that came with it. */
            attachments: components["schemas"]["MessageAttachment"][];
            /** @description Files its mail had besides and that were not taken in: more than 200, or announced and not sent. */
            attachments_left_out: number;
            created_at: components["schemas"]["Timestamp"];
            sent_at: components["schemas"]["NullableTimestamp"];
        };
        MessageAttachment: {
            id: string;
            /** @description Safe to show and to save under; two files of one message never share it. */
            name: string;
            /**
             * @description An image is one by its own bytes, and can be shown.
             * @enum {string}
             */
            kind: "image" | "file";
            size_bytes: number;
            /** @description It stood in the text of the mail, as logos do. */
            inline: boolean;
            /** @description Whether it can be downloaded: it could be read and was not erased since. */
            available: boolean;
        };
        MessageList: {
            data: components["schemas"]["Message"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        FollowUp: {
            id: string;
            lead_id: string;
            step: number;
            /** @enum {string} */
            state: "scheduled" | "sent" | "cancelled";
            due_at: components["schemas"]["Timestamp"];
            /** @description Why it was cancelled. */
            state_reason: string | null;
            message_id: string | null;
        };
        FollowUpList: {
            data: components["schemas"]["FollowUp"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        /** @enum {string} */
        KnowledgeKind: "document" | "faq";
        /**
         * @description How the entry came to be.
         * @enum {string}
         */
        KnowledgeOrigin: "written" | "file" | "page";
        /** @enum {string} */
        KnowledgeChange: "created" | "edited" | "restored" | "refetched";
        /** @description First or last day it holds, in the dealership's time zone. */
        KnowledgeDay: string | null;
        KnowledgeTranslation: {
            language: components["schemas"]["Language"];
            title: string;
            text: string;
        };
        KnowledgeEntryCreate: {
            kind: components["schemas"]["KnowledgeKind"];
            /** @description Of a document its title, of a FAQ the question. */
            title: string;
            /** @description Markdown. Of a FAQ the answer. */
            text: string;
            language?: components["schemas"]["Language"];
            category?: string | null;
            /** @description The same in other languages. */
            translations?: components["schemas"]["KnowledgeTranslation"][];
            valid_from?: components["schemas"]["KnowledgeDay"];
            valid_to?: components["schemas"]["KnowledgeDay"];
            /** @description Answers only use what is enabled. */
            enabled?: boolean;
        };
        KnowledgeEntryUpdate: {
            /** @description Of a document its title, of a FAQ the question. */
            title?: string;
            /** @description Markdown. Of a FAQ the answer. */
            text?: string;
            language?: components["schemas"]["Language"];
            category?: string | null;
            /** @description The same in other languages. */
            translations?: components["schemas"]["KnowledgeTranslation"][];
            valid_from?: components["schemas"]["KnowledgeDay"];
            valid_to?: components["schemas"]["KnowledgeDay"];
            /** @description Answers only use what is enabled. */
            enabled?: boolean;
        };
        KnowledgePageCreate: {
            url: string;
            title?: string;
            language?: components["schemas"]["Language"];
            category?: string | null;
        };
        KnowledgeEntry: {
            id: string;
            kind: components["schemas"]["KnowledgeKind"];
            origin: components["schemas"]["KnowledgeOrigin"];
            title: string;
            text: string;
            language: components["schemas"]["Language"];
            category: string | null;
            translations: components["schemas"]["KnowledgeTranslation"][];
            valid_from: string | null;
            valid_to: string | null;
            enabled: boolean;
            file_name: string | null;
            pages: number | null;
            url: string | null;
            /** Format: date-time */
            fetched_at: string | null;
            version: number;
            changed_by: string;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        KnowledgeSummary: {
            id: string;
            kind: components["schemas"]["KnowledgeKind"];
            origin: components["schemas"]["KnowledgeOrigin"];
            title: string;
            /** @description The first words of the text. */
            excerpt: string;
            characters: number;
            language: components["schemas"]["Language"];
            /** @description Its own language and those of its translations. */
            languages: components["schemas"]["Language"][];
            category: string | null;
            valid_from: string | null;
            valid_to: string | null;
            enabled: boolean;
            file_name: string | null;
            url: string | null;
            version: number;
            changed_by: string;
            updated_at: components["schemas"]["Timestamp"];
        };
        KnowledgeCategory: {
            name: string;
            entries: number;
        };
        KnowledgeList: {
            data: components["schemas"]["KnowledgeSummary"][];
            has_more: boolean;
            next_cursor: string | null;
            categories: components["schemas"]["KnowledgeCategory"][];
        };
        KnowledgeVersion: {
            id: string;
            entry_id: string;
            number: number;
            change: components["schemas"]["KnowledgeChange"];
            title: string;
            text: string;
            language: components["schemas"]["Language"];
            category: string | null;
            translations: components["schemas"]["KnowledgeTranslation"][];
            valid_from: string | null;
            valid_to: string | null;
            enabled: boolean;
            changed_by: string;
            created_at: components["schemas"]["Timestamp"];
        };
        KnowledgeVersionList: {
            data: components["schemas"]["KnowledgeVersion"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        KnowledgeSearch: {
            /** @description As a customer would write it. */
            question: string;
            language?: components["schemas"]["Language"];
        };
        KnowledgeHit: {
            entry_id: string;
            kind: components["schemas"]["KnowledgeKind"];
            /** @description The question of a FAQ; where a passage stands in its document. */
            title: string;
            text: string;
            language: components["schemas"]["Language"];
            /** @description How much of the question the passage covers. */
            score: number;
            /** @description Whether an answer would use it: it reaches the threshold and does not read like orders to the assistant. */
            used: boolean;
        };
        KnowledgeHits: {
            data: components["schemas"]["KnowledgeHit"][];
            threshold: number;
            language: components["schemas"]["Language"];
        };
        UnansweredQuestion: {
            id: string;
            question: string;
            language: components["schemas"]["Language"];
            /** @description In how many messages it was asked. */
            times: number;
            /** @description Who asked last. */
            lead_id: string;
            first_asked_at: components["schemas"]["Timestamp"];
            last_asked_at: components["schemas"]["Timestamp"];
            suggestion: {
                title: string;
                /** @description What a colleague answered that customer since. */
                text: string | null;
            };
        };
        UnansweredQuestionList: {
            data: components["schemas"]["UnansweredQuestion"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        UnansweredQuestionAnswer: {
            title?: string;
            text?: string;
            language?: components["schemas"]["Language"];
            category?: string | null;
        };
        KnowledgeDifference: {
            /** @enum {string} */
            change: "added" | "removed";
            text: string;
        };
        KnowledgeRefetch: {
            entry: components["schemas"]["KnowledgeEntry"];
            changed: boolean;
            /** @description Lines that came or went, in the order of the text. */
            differences: components["schemas"]["KnowledgeDifference"][];
        };
        /** @enum {string} */
        VehicleStatus: "available" | "reserved" | "sold" | "demo";
        /** @enum {string} */
        Fuel: "petrol" | "diesel" | "electric" | "hybrid" | "plug_in_hybrid" | "other";
        /**
         * @description `safety`, `legal`, `abuse`, `human_requested`, `complaint`, `gdpr`, `price_negotiation` and `finance_advice` are
         *     what the customer wrote; `unclear` and `injection_suspected` how it reads; `trigger` one of the dealership's own
         *     words. `draft_waiting`: an answer of the assistant waits for a person. `gate_refused`: the claims gate stopped the model's answer and a template was sent. `delivery_failed`: a
         *     message did not reach the customer. `budget` and `provider_failing` concern the dealership, not a lead.
         * @enum {string}
         */
        EscalationReason: "safety" | "legal" | "abuse" | "human_requested" | "complaint" | "gdpr" | "delivery_failed" | "price_negotiation" | "trigger" | "draft_waiting" | "finance_advice" | "gate_refused" | "injection_suspected" | "unclear" | "provider_failing" | "budget";
        /** @enum {string} */
        EscalationPriority: "urgent" | "high" | "normal";
        Escalation: {
            id: string;
            /** @description Null where it concerns the dealership as a whole. */
            lead_id: string | null;
            customer_name: string | null;
            /** @description The message that caused it. */
            message_id: string | null;
            reason: components["schemas"]["EscalationReason"];
            /** @description All of them, the most pressing first. */
            reasons: components["schemas"]["EscalationReason"][];
            priority: components["schemas"]["EscalationPriority"];
            /** @enum {string} */
            state: "open" | "resolved";
            /** @description The beginning of the message. */
            excerpt: string;
            /** @description What else is known: why the gate refused, what the provider said. */
            detail: string | null;
            assigned_to: components["schemas"]["UserSummary"];
            /** @description When somebody took it. With nobody in `assigned_to` a customer was answered on a telephone, and it is not known by whom: anybody may take it. */
            taken_at: components["schemas"]["NullableTimestamp"];
            /**
             * Format: date-time
             * @description Until then somebody should have dealt with it.
             */
            due_at: string;
            overdue: boolean;
            resolution: {
                note: string | null;
                by: string;
                at: components["schemas"]["Timestamp"];
            } | null;
            /** @description How often it was opened again. */
            reopened: number;
            test: boolean;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        EscalationList: {
            data: components["schemas"]["Escalation"][];
            has_more: boolean;
            next_cursor: string | null;
            counts: {
                open: number;
                /** @description Those the caller has. */
                mine: number;
                overdue: number;
            };
        };
        VehicleCreate: {
            make: string;
            model: string;
            variant?: string | null;
            year?: number | null;
            /** @description Kroner. */
            price?: number | null;
            /** @description Kilometres. */
            mileage?: number | null;
            /** @enum {string|null} */
            fuel?: "petrol" | "diesel" | "electric" | "hybrid" | "plug_in_hybrid" | "other" | null;
            body?: string | null;
            colour?: string | null;
            vin?: string | null;
            plate?: string | null;
            status?: components["schemas"]["VehicleStatus"];
            listing_url?: string | null;
            image_url?: string | null;
            description?: string | null;
            equipment?: string[];
        };
        VehicleUpdate: {
            make?: string;
            model?: string;
            variant?: string | null;
            year?: number | null;
            price?: number | null;
            mileage?: number | null;
            /** @enum {string|null} */
            fuel?: "petrol" | "diesel" | "electric" | "hybrid" | "plug_in_hybrid" | "other" | null;
            body?: string | null;
            colour?: string | null;
            vin?: string | null;
            plate?: string | null;
            status?: components["schemas"]["VehicleStatus"];
            listing_url?: string | null;
            image_url?: string | null;
            description?: string | null;
            equipment?: string[];
        };
        Vehicle: {
            id: string;
            /** @description Make, model, variant and year in one line. */
            title: string;
            make: string;
            model: string;
            variant: string | null;
            year: number | null;
            price: number | null;
            mileage: number | null;
            fuel: string | null;
            body: string | null;
            colour: string | null;
            vin: string | null;
            plate: string | null;
            status: components["schemas"]["VehicleStatus"];
            listing_url: string | null;
            image_url: string | null;
            description: string | null;
            equipment: string[];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        VehicleList: {
            data: components["schemas"]["Vehicle"][];
            has_more: boolean;
            next_cursor: string | null;
            /** @description How many there are of each status. */
            counts: {
                available: number;
                reserved: number;
                sold: number;
                demo: number;
            };
        };
        /**
         * @description `waiting`: stored, and taken in as soon as its connection has a valid token.
         * @enum {string}
         */
        ArrivalOutcome: "pending" | "lead_created" | "submission_added" | "submission_repeated" | "message_added" | "not_a_lead" | "waiting" | "quarantined";
        Arrival: {
            id: string;
            channel: components["schemas"]["LeadSource"];
            outcome: components["schemas"]["ArrivalOutcome"];
            from: string | null;
            subject: string | null;
            excerpt: string;
            /** @enum {string|null} */
            label: "sales_inquiry" | "spam" | "other" | "uncertain" | null;
            /** @enum {string|null} */
            confidence: "low" | "medium" | "high" | null;
            reasons: string[];
            lead_id: string | null;
            attempts: number;
            error: string | null;
            received_at: components["schemas"]["Timestamp"];
        };
        ArrivalList: {
            data: components["schemas"]["Arrival"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        /** @enum {string} */
        InboundVerdict: "accepted" | "repeated" | "refused" | "failed";
        InboundRequest: {
            id: string;
            /** @description The Request-Id its sender was given. */
            request_id: string;
            /**
             * @description Where it was posted to, without ids and tokens.
             * @example /webhooks/form
             */
            route: string;
            verdict: components["schemas"]["InboundVerdict"];
            /** @description HTTP status it was answered with. */
            status: number;
            /** @description Code of the problem, when it was refused. */
            code: string | null;
            arrival_id: string | null;
            bytes: number;
            duration_ms: number;
            received_at: components["schemas"]["Timestamp"];
        };
        InboundRequestList: {
            data: components["schemas"]["InboundRequest"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        InboundRequestDetails: {
            id: string;
            request_id: string;
            route: string;
            verdict: components["schemas"]["InboundVerdict"];
            status: number;
            code: string | null;
            arrival_id: string | null;
            bytes: number;
            duration_ms: number;
            received_at: components["schemas"]["Timestamp"];
            arrival: components["schemas"]["Arrival"] | null;
            /** @description What was posted, secrets hidden; null when nothing of it was kept. */
            payload: {
                [key: string]: unknown;
            } | null;
        };
        MailgunEventPost: {
            signature: {
                timestamp: string;
                token: string;
                signature: string;
            } & {
                [key: string]: unknown;
            };
            "event-data": {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        AdfResult: {
            arrival_id: string;
            lead_id: string | null;
            /** @description It had come before; nothing was done again. */
            repeated: boolean;
            repaired: string[];
            missing: string[];
        };
        AdfVehicle: {
            /** @enum {string} */
            interest: "buy" | "lease" | "sell" | "trade-in" | "test-drive";
            year: string | null;
            make: string | null;
            model: string | null;
            trim: string | null;
            stock: string | null;
            vin: string | null;
            odometer: string | null;
            comments: string | null;
        };
        AdfReading: {
            /** @description The sender's ids, `source:value`. */
            ids: string[];
            resend: boolean;
            name: string | null;
            email: string | null;
            phone: string | null;
            comments: string | null;
            vehicles: components["schemas"]["AdfVehicle"][];
            vendor: string | null;
            provider: string | null;
            repaired: string[];
            missing: string[];
        };
        /** @enum {string} */
        ConnectionProvider: "facebook" | "whatsapp";
        /**
         * @description `expired`: a new token is needed. `failing`: the provider refuses or does not answer.
         * @enum {string}
         */
        ConnectionState: "connected" | "expired" | "failing";
        Connection: {
            id: string;
            provider: components["schemas"]["ConnectionProvider"];
            /** @description Id of the page or number. */
            external_id: string;
            /** @description The WhatsApp business account that a number is of. */
            account_id: string | null;
            /** @description What the provider calls it. */
            name: string;
            /** @description What a WhatsApp number sends when free words are not allowed any more. */
            template: components["schemas"]["ConnectionTemplate"] | null;
            state: components["schemas"]["ConnectionState"];
            state_since: components["schemas"]["Timestamp"];
            last_event_at: components["schemas"]["NullableTimestamp"];
            /**
             * Format: date-time
             * @description When it last worked, to the minute.
             */
            last_success_at: string | null;
            /** @description What the provider said last when it refused; kept after it works again. */
            last_error: string | null;
            last_error_at: components["schemas"]["NullableTimestamp"];
            /**
             * Format: date-time
             * @description Null where the token does not end or its end is not known.
             */
            token_expires_at: string | null;
            /** @description Arrivals that wait for this connection. */
            waiting: number;
            /** @description Leads that no webhook told of and that were found by looking. */
            found_by_poll: number;
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        ConnectionList: {
            data: components["schemas"]["Connection"][];
            has_more: boolean;
            next_cursor: string | null;
            setup: {
                /** @description Whether this deployment has an app at Meta. */
                available: boolean;
                /** @description The address that the app posts to. */
                webhook_url: string;
            };
        };
        /**
         * @description `customer_name`: the first name. Where nothing is known, a word that fits stands in.
         * @enum {string}
         */
        TemplateParameter: "customer_name" | "dealership_name" | "sender_name" | "vehicle";
        TemplateChoice: {
            name: string;
            language: string;
            /** @description What `{{1}}`, `{{2}}` and so on are filled with. */
            parameters: components["schemas"]["TemplateParameter"][];
        };
        ConnectionTemplate: {
            name: string;
            language: string;
            /** @description Its words, as they were when it was chosen. */
            body: string;
            parameters: components["schemas"]["TemplateParameter"][];
        };
        ConnectionTemplateList: {
            data: {
                name: string;
                language: string;
                body: string;
                /** @description How many parameters it takes. */
                placeholders: number;
            }[];
        };
        ConnectionTest: {
            ok: boolean;
            /** @description What the provider said when it did not work. */
            detail: string | null;
            connection: components["schemas"]["Connection"];
        };
        OpeningHours: {
            /** @enum {string} */
            day: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            opens: string;
            closes: string;
        };
        Contact: {
            email: string | null;
            phone: string | null;
            address: string | null;
            website: string | null;
        };
        Assistant: {
            /** @description What the assistant calls itself. */
            name: string;
            auto_reply: boolean;
            /** @description Days after the first reply, `[]` for none. */
            follow_up_days: number[];
        };
        /** @enum {string} */
        AssistantChannelName: "website" | "chat" | "email" | "sms" | "whatsapp" | "phone";
        /**
         * @description `send`: the answer goes out by itself. `draft`: it waits for a person. `off`: the assistant is silent.
         * @enum {string}
         */
        AssistantMode: "send" | "draft" | "off";
        AssistantChannel: {
            mode: components["schemas"]["AssistantMode"];
            /** @enum {string} */
            length: "normal" | "short";
        };
        /** @enum {string} */
        QuestionTopic: "budget" | "timeline" | "financing" | "trade_in" | "test_drive" | "other";
        QualificationQuestion: {
            id: string;
            topic: components["schemas"]["QuestionTopic"];
            wording: components["schemas"]["QuestionWording"];
        };
        /** @description The sentence per language. A language without one has the built-in sentence of the topic; `other` has none, and is then not asked. */
        QuestionWording: {
            nb?: string;
            en?: string;
            sv?: string;
            da?: string;
            de?: string;
        };
        /** @enum {string} */
        Personality: "warm" | "factual" | "formal";
        AssistantSettings: {
            /** @description What the assistant calls itself. */
            name: string;
            /** @description Off, the assistant is silent on every channel. */
            auto_reply: boolean;
            follow_up_days: number[];
            /** @description By the channel the customer wrote on; `phone` is the text back after a missed call. */
            channels: {
                website: components["schemas"]["AssistantChannel"];
                chat: components["schemas"]["AssistantChannel"];
                email: components["schemas"]["AssistantChannel"];
                sms: components["schemas"]["AssistantChannel"];
                whatsapp: components["schemas"]["AssistantChannel"];
                phone: components["schemas"]["AssistantChannel"];
            };
            personality: components["schemas"]["Personality"];
            /**
             * @description Where it says that it is a digital assistant; the first message always does.
             * @enum {string}
             */
            disclosure: "every_message" | "first_message";
            /** @description The dealership's own rules for the model that writes. They cannot loosen anything. */
            instructions: string | null;
            /** @description Words no answer of the assistant may hold: the model writes again, and what still holds them waits for a person. */
            never_say: string[];
            /** @description Words of a customer that put the lead into the queue of escalations. */
            escalate_words: string[];
            /**
             * @description `answer` day and night, `draft` for a person, or `hold` until the dealership opens. What WhatsApp would not take any more by then, 24 hours after the customer wrote, waits for a person at once instead.
             * @enum {string}
             */
            outside_hours: "answer" | "draft" | "hold";
            /** @description How long the assistant waits for more before it answers a further message: several in a row get one answer, 45 s after the first at the latest. */
            burst_wait_seconds: number;
            /** @description What to find out, in this order; one per answer, and none whose answer is known. */
            questions: components["schemas"]["QualificationQuestion"][];
            budget: components["schemas"]["AssistantBudget"];
        };
        AssistantBudget: {
            /** @description The hard limit: beyond it rules and templates answer. Null: all that the plan allows. */
            monthly_tokens: number | null;
            /** @description From this share of the hard limit the smaller model writes, and those who run the place are told. */
            soft_percent: number;
            plan_tokens: number;
        };
        AssistantUpdate: {
            name?: string;
            auto_reply?: boolean;
            follow_up_days?: number[];
            channels?: {
                website?: components["schemas"]["AssistantChannelUpdate"];
                chat?: components["schemas"]["AssistantChannelUpdate"];
                email?: components["schemas"]["AssistantChannelUpdate"];
                sms?: components["schemas"]["AssistantChannelUpdate"];
                whatsapp?: components["schemas"]["AssistantChannelUpdate"];
                phone?: components["schemas"]["AssistantChannelUpdate"];
            };
            personality?: components["schemas"]["Personality"];
            /** @enum {string} */
            disclosure?: "every_message" | "first_message";
            instructions?: string | null;
            never_say?: string[];
            escalate_words?: string[];
            /** @enum {string} */
            outside_hours?: "answer" | "draft" | "hold";
            burst_wait_seconds?: number;
            questions?: {
                /** @description Of a question that is there already, no two with one id; a new one is given one. */
                id?: string;
                topic: components["schemas"]["QuestionTopic"];
                wording?: components["schemas"]["QuestionWording"];
            }[];
            budget?: {
                monthly_tokens?: number | null;
                soft_percent?: number;
            };
        };
        AssistantChannelUpdate: {
            mode?: components["schemas"]["AssistantMode"];
            /** @enum {string} */
            length?: "normal" | "short";
        };
        Suggestion: {
            text: string;
            subject: string;
            language: components["schemas"]["Language"];
            /** @enum {string} */
            written_by: "model" | "rules";
            claims: components["schemas"]["Claim"][];
            /** @description What the customer asked and nothing here answers. */
            unanswered: string[];
            /** @description Why no model wrote it. */
            fallback_reason: string | null;
        };
        RewrittenText: {
            text: string;
            /** @enum {string} */
            written_by: "model" | "rules";
        };
        LeadSummary: {
            /** @description By the model only. */
            text: string | null;
            /** @description What is known, always. */
            points: {
                label: string;
                text: string;
            }[];
            /** @enum {string} */
            written_by: "model" | "rules";
        };
        Reading: {
            /** @enum {string} */
            source: "model" | "rules";
            /** @enum {string} */
            label: "sales_inquiry" | "spam" | "other" | "uncertain";
            /** @enum {string} */
            confidence: "low" | "medium" | "high";
            reasons: string[];
            language: components["schemas"]["Language"];
            intents: string[];
            /** @enum {string} */
            urgency: "now" | "today" | "normal" | "low";
            escalations: components["schemas"]["EscalationReason"][];
            score: number;
            temperature: components["schemas"]["Temperature"];
            score_reasons: string[];
            qualification: components["schemas"]["Qualification"];
            automated: boolean;
            injection_suspected: boolean;
        };
        GateViolation: {
            /** @enum {string} */
            kind: "number" | "vehicle" | "status" | "feature" | "promise" | "forbidden_word" | "link" | "placeholder" | "length" | "language" | "leak";
            code: components["schemas"]["GateViolationCode"];
            /** @description The words that offend. */
            quote: string;
            /** @description What is wrong, in one English sentence. */
            problem: string;
        };
        /**
         * @description Why the claims gate stops words. `…_differs`: the facts say otherwise. `…_unknown`: the facts do not say. `promise_…`: what only a person may promise.
         * @enum {string}
         */
        GateViolationCode: "price_differs" | "mileage_differs" | "year_differs" | "percent_unknown" | "duration_unknown" | "figure_unknown" | "time_unknown" | "date_unknown" | "number_unknown" | "amount_in_words" | "count_differs" | "day_differs" | "not_for_sale" | "not_sold" | "not_reserved" | "status_missing" | "car_unknown" | "feature_unknown" | "link_unknown" | "email_unknown" | "phone_unknown" | "forbidden_word" | "placeholder" | "id_leaked" | "mark_leaked" | "length" | "language" | "promise_negotiation" | "promise_reservation" | "promise_booking" | "promise_finance" | "promise_guarantee" | "promise_trade_in_value" | "promise_future_work" | "promise_condition" | "promise_binding";
        GateVerdict: {
            text: string;
            violations: components["schemas"]["GateViolation"][];
            claims: components["schemas"]["Claim"][];
        };
        Trial: {
            reading: components["schemas"]["Reading"];
            rules: components["schemas"]["Reading"];
            vehicle: components["schemas"]["LeadVehicle"];
            alternatives: components["schemas"]["LeadVehicle"][];
            decision: {
                /**
                 * @description `silent`: nothing is written.
                 * @enum {string}
                 */
                action: "send" | "draft" | "hold" | "silent";
                reason: string | null;
                send_at: components["schemas"]["NullableTimestamp"];
                escalates: components["schemas"]["EscalationReason"][];
                /** @description A person answers from then on: the customer gets a receipt. */
                hands_over: boolean;
                /** @description What the answer asks to find out. */
                question: string | null;
            };
            /** @description What the model wrote, and what the claims gate said; none where rules write. */
            attempts: components["schemas"]["GateVerdict"][];
            /** @description What would be sent; null where nothing is. */
            reply: null | {
                text: string;
                subject: string;
                language: components["schemas"]["Language"];
                /** @enum {string} */
                written_by: "model" | "rules";
                fallback_reason: string | null;
                claims: components["schemas"]["Claim"][];
                violations: components["schemas"]["GateViolation"][];
                unanswered: string[];
            };
            timings_ms: {
                stock: number;
                reading: number;
                writing: number;
            };
            /** @description What the trial used of the month's budget. */
            tokens: number;
        };
        /** @enum {string} */
        UsagePurpose: "understanding" | "reply" | "follow_up" | "copilot" | "playground" | "knowledge";
        Usage: {
            /** @example 2026-11 */
            month: string;
            /** @enum {string} */
            provider: "anthropic" | "rules";
            /** @description All tokens of the month, with those reserved for calls that go on just now. */
            tokens_used: number;
            soft_limit: number;
            hard_limit: number;
            plan_tokens: number;
            /**
             * @description Which limit is passed.
             * @enum {string}
             */
            level: "normal" | "soft" | "hard";
            /** @description Days with any use, oldest first. */
            by_day: {
                /** Format: date */
                day: string;
                purpose: components["schemas"]["UsagePurpose"];
                /** @description Calls of the model, failed ones included. */
                calls: number;
                /** @description Calls that brought nothing usable: refused, cut off, too late, not in form. */
                failed: number;
                input_tokens: number;
                output_tokens: number;
            }[];
            by_purpose: {
                purpose: components["schemas"]["UsagePurpose"];
                /** @description Calls of the model, failed ones included. */
                calls: number;
                /** @description Calls that brought nothing usable: refused, cut off, too late, not in form. */
                failed: number;
                input_tokens: number;
                output_tokens: number;
            }[];
            sms: {
                messages: number;
                /** @description What a provider bills: a long SMS is several. */
                parts: number;
            };
        };
        Dealership: {
            id: string;
            name: string;
            language: components["schemas"]["Language"];
            /**
             * @description IANA name.
             * @example Europe/Oslo
             */
            time_zone: string;
            contact: components["schemas"]["Contact"];
            opening_hours: components["schemas"]["OpeningHours"][];
            assistant: components["schemas"]["Assistant"];
            chat: components["schemas"]["ChatSettings"];
            inbound_email: {
                /** @description Forward the dealership's mailbox to this address. */
                address: string;
                /** @description Where a Mailgun route posts; only admins and managers see it. */
                webhook_path: string | null;
            };
            default_form_id: string;
            ai: {
                /** @enum {string} */
                provider: "anthropic" | "rules";
                /** @description This calendar month. */
                tokens_used: number;
                token_budget: number;
            };
            created_at: components["schemas"]["Timestamp"];
        };
        DealershipUpdate: {
            name?: string;
            language?: components["schemas"]["Language"];
            time_zone?: string;
            contact?: {
                /** Format: email */
                email?: string | null;
                phone?: string | null;
                address?: string | null;
                website?: string | null;
            };
            opening_hours?: components["schemas"]["OpeningHours"][];
            assistant?: {
                name?: string;
                auto_reply?: boolean;
                follow_up_days?: number[];
            };
            chat?: {
                enabled?: boolean;
                answered_by?: components["schemas"]["ChatAnsweredBy"];
                email_after_minutes?: number;
                greeting?: string | null;
                accent?: string | null;
            };
        };
        Mailbox: {
            /** @description Forward the dealership's mailbox to this address. */
            address: string;
            enabled: boolean;
            /** @description Addresses it had before that still take mail. */
            former: {
                address: string;
                until: components["schemas"]["Timestamp"];
            }[];
            /** @description Where a Mailgun route posts; only admins and managers see it. */
            webhook_path: string | null;
            last_mail_at: components["schemas"]["NullableTimestamp"];
            /** @description Gmail's newest question whether it may forward here, for 14 days; only admins and managers see it. */
            forwarding_confirmation: {
                /** @description Whose mail is to be forwarded. */
                requested_by: string | null;
                code: string | null;
                /** @description Opening it confirms; always on a host of Google's. */
                url: string | null;
                received_at: components["schemas"]["Timestamp"];
            } | null;
        };
        MailboxUpdate: {
            enabled?: boolean;
            /** @description Puts away the question once it is answered. */
            forwarding_confirmation?: null;
        };
        /** @enum {string} */
        PortalField: "name" | "first_name" | "last_name" | "email" | "phone" | "vehicle" | "message" | "reference" | "listing_url";
        PortalRule: {
            field: components["schemas"]["PortalField"];
            /** @enum {string} */
            in: "text" | "subject" | "reply_to";
            /** @description Words before it at the beginning of a line (in a subject: anywhere); `*` is any words. */
            before: string;
            /** @description Words that end it; null for the end of the line or of the mail. */
            until: string | null;
            /**
             * @description Behind those words, or on the lines below them.
             * @enum {string}
             */
            place: "same_line" | "below";
            /** @description Which of several lines that begin so. */
            occurrence: number;
            /** @description The mail fits without it. */
            optional: boolean;
        };
        PortalTemplate: {
            id: string;
            name: string;
            /** @description Comes with the product. */
            built_in: boolean;
            /** @description Written from what is publicly known, not from a real mail. */
            assumed: boolean;
            /** @description Comes with the product, and reads by marks of yours. */
            mended: boolean;
            enabled: boolean;
            /** @description Domains that the mails come from. */
            senders: string[];
            /** @description One of these is in the subject; none is any subject. */
            subject_words: string[];
            rules: components["schemas"]["PortalRule"][];
            last_fit_at: components["schemas"]["NullableTimestamp"];
            /** @description The last mail of this portal that the template could not read; null once one fits again. */
            misfit: {
                arrival_id: string;
                at: components["schemas"]["Timestamp"];
                missing: components["schemas"]["PortalField"][];
            } | null;
        };
        PortalTemplateList: {
            data: components["schemas"]["PortalTemplate"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        PortalMark: {
            field: components["schemas"]["PortalField"];
            /** @enum {string} */
            in: "text" | "subject" | "reply_to";
            /** @description First character; 0 for `reply_to`. */
            start: number;
            /** @description Behind the last character. */
            end: number;
        };
        PortalMarks: {
            marks: components["schemas"]["PortalMark"][];
        };
        PortalTemplateInput: {
            name: string;
            senders: string[];
            subject_words?: string[];
            marks: components["schemas"]["PortalMark"][];
        };
        PortalTemplateLayout: {
            name: string;
            senders: string[];
            subject_words?: string[];
            arrival_id: string;
            marks: components["schemas"]["PortalMark"][];
        };
        PortalTemplateUpdate: {
            enabled?: boolean;
            layout?: components["schemas"]["PortalTemplateLayout"];
        };
        PortalPreview: {
            fits: boolean;
            values: {
                field: components["schemas"]["PortalField"];
                value: string;
            }[];
            missing: components["schemas"]["PortalField"][];
            rules: components["schemas"]["PortalRule"][];
        };
        ArrivalMail: {
            arrival_id: string;
            from: string | null;
            subject: string;
            text: string;
            reply_to: string | null;
        };
        /**
         * @description What the receiver reads: the XML as the mail's only text (`body`); the same in ASCII alone, every other letter as a
         *     numeric reference (`body_ascii`); text and a file `lead.xml`; or the file beside a line of words.
         * @enum {string}
         */
        CrmProfile: "body" | "body_ascii" | "body_and_attachment" | "attachment";
        Crm: {
            enabled: boolean;
            /** @description The intake address that the CRM gave. */
            address: string | null;
            profile: components["schemas"]["CrmProfile"];
            /** @description Own subject; `{dealership}`, `{customer}`, `{vehicle}`, `{source}` and `{lead}` are filled in. Null for that of the profile. */
            subject: string | null;
            /** @description The subject of the profile. */
            default_subject: string;
        };
        CrmUpdate: {
            enabled?: boolean;
            address?: string | null;
            profile?: components["schemas"]["CrmProfile"];
            subject?: string | null;
        };
        CrmDelivery: {
            id: string;
            lead_id: string;
            state: components["schemas"]["MessageState"];
            state_reason: string | null;
            recipient: string | null;
            subject: string | null;
            /** @description The ADF as it went out; null until it is written. */
            document: string | null;
            created_at: components["schemas"]["Timestamp"];
            sent_at: components["schemas"]["NullableTimestamp"];
        };
        CrmDeliveryList: {
            data: components["schemas"]["CrmDelivery"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        User: {
            id: string;
            name: string;
            email: string;
            phone: string | null;
            role: components["schemas"]["Role"];
            /** @enum {string} */
            status: "active" | "invited";
            created_at: components["schemas"]["Timestamp"];
        };
        UserList: {
            data: components["schemas"]["User"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        DealershipSummary: {
            id: string;
            name: string;
        };
        Me: {
            user: components["schemas"]["User"];
            dealership: components["schemas"]["DealershipSummary"];
            dealerships: components["schemas"]["DealershipSummary"][];
        };
        Session: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
            user: components["schemas"]["User"];
            dealership: components["schemas"]["DealershipSummary"];
        };
        /** @enum {string} */
        ApiKeyKind: "publishable" | "secret";
        /** @enum {string} */
        Scope: "leads:read" | "leads:write" | "vehicles:read" | "vehicles:write" | "knowledge:read" | "knowledge:write" | "forms:read" | "forms:submit" | "dealership:read" | "events:read" | "webhooks:read" | "webhooks:write" | "sandbox:write";
        ApiKey: {
            id: string;
            name: string;
            kind: components["schemas"]["ApiKeyKind"];
            mode: components["schemas"]["Mode"];
            /** @description The beginning and the last four characters. */
            preview: string;
            allowed_origins: string[];
            scopes: components["schemas"]["Scope"][];
            created_at: components["schemas"]["Timestamp"];
            last_used_at: components["schemas"]["NullableTimestamp"];
        };
        ApiKeyCreated: {
            id: string;
            name: string;
            kind: components["schemas"]["ApiKeyKind"];
            mode: components["schemas"]["Mode"];
            preview: string;
            allowed_origins: string[];
            scopes: components["schemas"]["Scope"][];
            created_at: components["schemas"]["Timestamp"];
            last_used_at: components["schemas"]["NullableTimestamp"];
            /** @description The key. It is not shown again. */
            key: string;
        };
        ApiKeyList: {
            data: components["schemas"]["ApiKey"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        /** @enum {string} */
        SandboxScenario: "enquiry" | "conversation" | "no_show";
        SandboxCreate: {
            name?: string;
            language?: components["schemas"]["Language"];
            /** @description Where the publishable key may be used; ports 3000, 5173 and 8080 of localhost when left out. */
            allowed_origins?: string[];
        };
        SandboxCreated: {
            dealership: components["schemas"]["DealershipSummary"];
            form_id: string;
            /** @description With every scope. It is not shown again. */
            secret_key: string;
            publishable_key: string;
        };
        SandboxReceiverAnswer: {
            status: number | null;
            retry_after_seconds?: number;
        };
        SandboxReceiverAnswers: {
            answers: components["schemas"]["SandboxReceiverAnswer"][];
        };
        Sandbox: {
            dealership: components["schemas"]["DealershipSummary"];
            now: components["schemas"]["Timestamp"];
            /** @description How far its clock was moved. */
            ahead_seconds: number;
            /** @description Only webhooks of this sandbox reach it. */
            receiver_url: string;
            /** @description What the receiver was told and has not answered yet */
            receiver_answers: components["schemas"]["SandboxReceiverAnswer"][];
        };
        SandboxClock: {
            /** @description Up to 90 days. */
            advance_seconds: number;
        };
        SandboxGenerate: {
            scenario?: components["schemas"]["SandboxScenario"];
            count?: number;
        };
        SandboxLeads: {
            lead_ids: string[];
        };
        SandboxReply: {
            lead_id: string;
            /** @description What this customer usually answers when left out. */
            text?: string;
        };
        SandboxReceipt: {
            id: string;
            received_at: components["schemas"]["Timestamp"];
            headers: {
                [key: string]: string;
            };
            body: string;
            /** @description The status; null when it broke the connection. */
            answered: number | null;
        };
        SandboxReceiptList: {
            data: components["schemas"]["SandboxReceipt"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        /**
         * @description What an endpoint can subscribe to.
         * @enum {string}
         */
        WebhookEventType: "lead.created" | "lead.updated" | "lead.status_changed" | "lead.deleted" | "message.received" | "message.sent" | "message.delivered" | "message.failed" | "suppression.created" | "escalation.created" | "escalation.updated";
        /** @description https and on the open internet. */
        WebhookUrl: string;
        WebhookEndpoint: {
            id: string;
            url: string;
            description: string | null;
            events: components["schemas"]["WebhookEventType"][];
            mode: components["schemas"]["Mode"];
            enabled: boolean;
            /**
             * @description `gone`: it answered 410. `failing`: nothing got through for 5 days.
             * @enum {string|null}
             */
            disabled_reason: "by_hand" | "gone" | "failing" | null;
            health: components["schemas"]["WebhookHealth"];
            /** @description The secrets that posts are signed with, newest first. */
            secrets: components["schemas"]["WebhookSecretState"][];
            created_at: components["schemas"]["Timestamp"];
            updated_at: components["schemas"]["Timestamp"];
        };
        WebhookHealth: {
            failing_since: components["schemas"]["NullableTimestamp"];
            consecutive_failures: number;
            /**
             * Format: date-time
             * @description When it last worked, to the minute.
             */
            last_success_at: string | null;
            /**
             * Format: date-time
             * @description Until when it asked to be left alone, by `Retry-After`.
             */
            paused_until: string | null;
        };
        WebhookSecretState: {
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["NullableTimestamp"];
        };
        WebhookEndpointList: {
            data: components["schemas"]["WebhookEndpoint"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        WebhookEndpointCreate: {
            url: components["schemas"]["WebhookUrl"];
            events: components["schemas"]["WebhookEventType"][];
            description?: string | null;
            /** @description Live when a person leaves it out; of a key it is the mode of the key. */
            mode?: components["schemas"]["Mode"];
        };
        WebhookEndpointUpdate: {
            url?: components["schemas"]["WebhookUrl"];
            events?: components["schemas"]["WebhookEventType"][];
            description?: string | null;
            enabled?: boolean;
        };
        WebhookEndpointWithSecret: {
            endpoint: components["schemas"]["WebhookEndpoint"];
            /** @description Begins with `whsec_`. It is not shown again. */
            secret: string;
        };
        WebhookSecretRotation: {
            /** @description How long the old secret still signs; 24 when left out. */
            overlap_hours?: number;
        };
        WebhookResend: {
            since: components["schemas"]["Timestamp"];
            include_succeeded?: boolean;
        };
        WebhookResendResult: {
            count: number;
        };
        /** @enum {string} */
        WebhookDeliveryState: "pending" | "sending" | "succeeded" | "failed" | "cancelled";
        WebhookDelivery: {
            id: string;
            /** @description The `webhook-id` header; the same on every attempt and for every endpoint. */
            webhook_id: string;
            endpoint_id: string;
            type: string;
            state: components["schemas"]["WebhookDeliveryState"];
            state_reason: string | null;
            attempts: number;
            /** @description The HTTP status of the last attempt; null when there was no answer. */
            last_status: number | null;
            next_attempt_at: components["schemas"]["NullableTimestamp"];
            test: boolean;
            created_at: components["schemas"]["Timestamp"];
            delivered_at: components["schemas"]["NullableTimestamp"];
        };
        WebhookAttempt: {
            at: components["schemas"]["Timestamp"];
            status: number | null;
            /** @description Why there was no answer. */
            error: string | null;
            duration_ms: number;
            /** @description The beginning of what was answered. */
            response: string | null;
        };
        WebhookDeliveryDetails: {
            delivery: components["schemas"]["WebhookDelivery"];
            /** @description The body as it is posted and signed. */
            body: string;
            /** @description Oldest first, the last 20. */
            attempts: components["schemas"]["WebhookAttempt"][];
        };
        WebhookDeliveryList: {
            data: components["schemas"]["WebhookDelivery"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        /** @description A lead as it was when the event was queued; of its submissions the newest three. */
        WebhookLeadEvent: {
            /** @description The same as the `webhook-id` header. */
            id: string;
            /** @enum {string} */
            type: "lead.created" | "lead.updated" | "lead.deleted";
            /**
             * @description Of the payload. Fields may be added to a version, never changed or taken away.
             * @constant
             */
            version: 1;
            timestamp: components["schemas"]["Timestamp"];
            test: boolean;
            dealership_id: string;
            data: {
                lead: components["schemas"]["Lead"];
            };
        };
        /** @description A lead changed its status. */
        WebhookStatusEvent: {
            /** @description The same as the `webhook-id` header. */
            id: string;
            /** @enum {string} */
            type: "lead.status_changed";
            /**
             * @description Of the payload. Fields may be added to a version, never changed or taken away.
             * @constant
             */
            version: 1;
            timestamp: components["schemas"]["Timestamp"];
            test: boolean;
            dealership_id: string;
            data: {
                lead_id: string;
                from: components["schemas"]["LeadStatus"];
                to: components["schemas"]["LeadStatus"];
                reason: string | null;
                actor: {
                    type: string;
                    name: string | null;
                };
            };
        };
        /** @description A message of a conversation came in, went out, arrived or could not be sent. */
        WebhookMessageEvent: {
            /** @description The same as the `webhook-id` header. */
            id: string;
            /** @enum {string} */
            type: "message.received" | "message.sent" | "message.delivered" | "message.failed";
            /**
             * @description Of the payload. Fields may be added to a version, never changed or taken away.
             * @constant
             */
            version: 1;
            timestamp: components["schemas"]["Timestamp"];
            test: boolean;
            dealership_id: string;
            data: {
                message: components["schemas"]["Message"];
            };
        };
        /** @description Something that a person has to take, as it was when the event was queued. */
        WebhookEscalationEvent: {
            /** @description The same as the `webhook-id` header. */
            id: string;
            /** @enum {string} */
            type: "escalation.created" | "escalation.updated";
            /**
             * @description Of the payload. Fields may be added to a version, never changed or taken away.
             * @constant
             */
            version: 1;
            timestamp: components["schemas"]["Timestamp"];
            test: boolean;
            dealership_id: string;
            data: {
                escalation: components["schemas"]["Escalation"];
            };
        };
        /** @description An address gets nothing more. */
        WebhookSuppressionEvent: {
            /** @description The same as the `webhook-id` header. */
            id: string;
            /** @enum {string} */
            type: "suppression.created";
            /**
             * @description Of the payload. Fields may be added to a version, never changed or taken away.
             * @constant
             */
            version: 1;
            timestamp: components["schemas"]["Timestamp"];
            test: boolean;
            dealership_id: string;
            data: {
                /** @enum {string} */
                channel: "email" | "sms" | "whatsapp";
                address: string;
                /** @enum {string} */
                reason: "unsubscribed" | "stop" | "bounced" | "complained";
            };
        };
        /** @description Sent by hand to try an endpoint. */
        WebhookTestEvent: {
            /** @description The same as the `webhook-id` header. */
            id: string;
            /** @enum {string} */
            type: "webhook.test";
            /**
             * @description Of the payload. Fields may be added to a version, never changed or taken away.
             * @constant
             */
            version: 1;
            timestamp: components["schemas"]["Timestamp"];
            test: boolean;
            dealership_id: string;
            data: {
                endpoint_id: string;
            };
        };
        WebhookEvent: components["schemas"]["WebhookLeadEvent"] | components["schemas"]["WebhookStatusEvent"] | components["schemas"]["WebhookMessageEvent"] | components["schemas"]["WebhookEscalationEvent"] | components["schemas"]["WebhookSuppressionEvent"] | components["schemas"]["WebhookTestEvent"];
        ReplyChannel: {
            /** @enum {string} */
            channel: "email" | "sms" | "whatsapp" | "chat";
            /** @description Whether a text can be sent now. */
            possible: boolean;
            /**
             * @description Why not. `never_wrote` and `window_closed` are of WhatsApp, `no_chat` is of the chat.
             * @enum {string|null}
             */
            reason: "no_address" | "no_provider" | "suppressed" | "never_wrote" | "window_closed" | "no_chat" | null;
            recipient: string | null;
            /**
             * Format: date-time
             * @description Until when WhatsApp takes a text.
             */
            window_closes_at: string | null;
            /** @description What the template would say to this customer, which can be sent at any time. */
            template_text: string | null;
        };
        ReplyChannelList: {
            data: components["schemas"]["ReplyChannel"][];
        };
        OutboxMessage: {
            id: string;
            message_id: string;
            lead_id: string | null;
            /** @enum {string} */
            channel: "email" | "sms" | "whatsapp";
            /** @enum {string} */
            audience: "customer" | "staff";
            from: string;
            to: string;
            subject: string | null;
            text: string;
            html: string | null;
            headers: {
                [key: string]: string;
            };
            sent_at: components["schemas"]["Timestamp"];
        };
        OutboxList: {
            data: components["schemas"]["OutboxMessage"][];
            has_more: boolean;
            next_cursor: string | null;
        };
        Event: {
            id: string;
            /** @enum {string} */
            type: "lead.created" | "lead.updated" | "lead.deleted" | "message.created" | "message.updated" | "follow_up.updated" | "note.created" | "vehicle.updated" | "arrival.updated" | "connection.updated" | "suppression.created" | "chat.updated" | "escalation.created" | "escalation.updated";
            occurred_at: components["schemas"]["Timestamp"];
            /** @description Ids of what changed. */
            data: {
                [key: string]: string;
            };
        };
        Health: {
            /** @constant */
            status: "ok";
        };
    };
    responses: {
        /** @description The enquiry is stored for good and will become a lead within a minute. */
        StoredForLater: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "arrival_id": "arr_01JD8Y3M5T9Q4W7Z2X6C1V8B0N",
                 *       "status": "accepted"
                 *     }
                 */
                "application/json": {
                    arrival_id: string;
                    /** @constant */
                    status: "accepted";
                };
            };
        };
        /** @description The request does not have the shape described; `errors` names each field. */
        BadRequest: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "/docs#problem-invalid_request",
                 *       "title": "The request is not valid",
                 *       "status": 400,
                 *       "detail": "1 field is not valid.",
                 *       "code": "invalid_request",
                 *       "request_id": "req_01JD8Y3M5T9Q4W7Z2X6C1V8B0N",
                 *       "errors": [
                 *         {
                 *           "pointer": "#/email",
                 *           "detail": "must be an e-mail address"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not have the shape described; `errors` names each field. */
        BadRequestOrPage: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description Too many requests. Wait and send the same again; nothing was stored. */
        TooManyRequestsOrPage: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit?: string;
                "RateLimit-Policy"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description The database cannot be reached. Send the same again. */
        UnavailableOrPage: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "text/html": string;
            };
        };
        /** @description No valid credentials. */
        Unauthorized: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials do not allow this. */
        Forbidden: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing in this dealership. */
        NotFound: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something is in the way: the thing exists already, or a request with the same Idempotency-Key is under way (then with `Retry-After`). */
        Conflict: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody changed it since it was read. */
        PreconditionFailed: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than allowed. */
        PayloadTooLarge: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a type that is not read here. */
        UnsupportedMediaType: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The shape is right, the meaning is not; `errors` names each field. */
        Unprocessable: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. Wait and send the same again; nothing was stored. */
        TooManyRequests: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                RateLimit?: string;
                "RateLimit-Policy"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong on our side. Quote the `request_id`; a retry with the same Idempotency-Key creates nothing twice. */
        InternalError: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database cannot be reached. Send the same again, with the same Idempotency-Key where there is one. */
        Unavailable: {
            headers: {
                "Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        LeadId: string;
        MessageId: string;
        EscalationId: string;
        VehicleId: string;
        QuestionId: string;
        EntryId: string;
        FormId: string;
        /** @description How many at the most (25 when left out). */
        Limit: number;
        /** @description `next_cursor` of the page before. */
        Cursor: string;
        /** @description A value of your own, unique per thing created (a UUID, say). */
        IdempotencyKey: string;
        /** @description The `ETag` you read. */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description Quote it when you ask us about a request. */
        RequestId: string;
        /** @description The version of the lead. */
        ETag: string;
        /** @description Seconds to wait. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    receiveForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dealership_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ola Nordmann",
                 *       "email": "ola@example.com",
                 *       "phone": "+47 901 23 456",
                 *       "vehicle_interest": "Volvo XC60 2022",
                 *       "message": "Er bilen fortsatt ledig?",
                 *       "source_url": "https://dealer.example/volvo-xc60"
                 *     }
                 */
                "application/json": components["schemas"]["PlainForm"];
                "application/x-www-form-urlencoded": components["schemas"]["PlainForm"];
            };
        };
        responses: {
            /** @description The enquiry is stored and is a lead. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lead_id": "lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N",
                     *       "status": "new"
                     *     }
                     */
                    "application/json": {
                        /** @description The lead the enquiry became or joined. */
                        lead_id: string;
                        status: components["schemas"]["LeadStatus"];
                    };
                    "text/html": string;
                };
            };
            202: components["responses"]["StoredForLater"];
            400: components["responses"]["BadRequestOrPage"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequestsOrPage"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["UnavailableOrPage"];
        };
    };
    submitForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                form_id: components["parameters"]["FormId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kari Hansen",
                 *       "email": "kari@example.com",
                 *       "phone": "90123456",
                 *       "vehicle_interest": "Tesla Model Y 2023",
                 *       "message": "Kan jeg prøvekjøre den på lørdag?",
                 *       "language": "nb",
                 *       "source_url": "https://dealer.example/tesla-model-y",
                 *       "consents": [
                 *         {
                 *           "version": "2026-01",
                 *           "granted": true
                 *         }
                 *       ],
                 *       "elapsed_ms": 18400
                 *     }
                 */
                "application/json": components["schemas"]["FormSubmission"];
            };
        };
        responses: {
            /** @description The submission is stored and is a lead. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "submission_id": "sub_01JD8Y3M5T9Q4W7Z2X6C1V8B0N",
                     *       "status": "received",
                     *       "proof": "qm9oZt0v…"
                     *     }
                     */
                    "application/json": components["schemas"]["SubmissionReceipt"];
                };
            };
            202: components["responses"]["StoredForLater"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveMailgunMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "stored"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "stored" | "repeated";
                    };
                };
            };
            /** @description Refused for good (bad signature, unknown mailbox, too large, unreadable). */
            406: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveMailgunEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "signature": {
                 *         "timestamp": "1461261330",
                 *         "token": "06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0",
                 *         "signature": "3e24f71c7e802be94c5abca2fd6ca6957cca2e1e2396d26716b87e1ca8c56634"
                 *       },
                 *       "event-data": {
                 *         "event": "delivered",
                 *         "recipient": "ola@example.com",
                 *         "message": {
                 *           "headers": {
                 *             "message-id": "3f1c@mail.dealer.example"
                 *           }
                 *         },
                 *         "user-variables": {
                 *           "dealership": "dlr_01JD8Y3M5T9Q4W7Z2X6C1V8B0N"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MailgunEventPost"];
            };
        };
        responses: {
            /** @description Noted. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "noted";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description Refused for good (wrong or old signature). */
            406: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveSms: {
        parameters: {
            query?: never;
            header?: {
                "X-Twilio-Signature"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "MessageSid": "SM8d5c2f0a1b3e4d6f8a9b0c1d2e3f4a5b",
                 *       "From": "+4790123456",
                 *       "To": "+4759441234",
                 *       "Body": "Er Volvo XC60 fortsatt ledig?"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Stored; nothing is said back here, replies are sent as messages of their own. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response/> */
                    "text/xml": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveSmsStatus: {
        parameters: {
            query?: never;
            header?: {
                "X-Twilio-Signature"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "MessageSid": "SM8d5c2f0a1b3e4d6f8a9b0c1d2e3f4a5b",
                 *       "MessageStatus": "delivered",
                 *       "To": "+4790123456"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Noted. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response/> */
                    "text/xml": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveCall: {
        parameters: {
            query?: never;
            header?: {
                "X-Twilio-Signature"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "CallSid": "CA8d5c2f0a1b3e4d6f8a9b0c1d2e3f4a5b",
                 *       "CallStatus": "completed",
                 *       "DialCallStatus": "no-answer",
                 *       "From": "+4790123456",
                 *       "To": "+4759441234"
                 *     }
                 */
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Noted. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <?xml version="1.0" encoding="UTF-8"?><Response/> */
                    "text/xml": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyMetaWebhook: {
        parameters: {
            query?: {
                /** @example subscribe */
                "hub.mode"?: string;
                "hub.verify_token"?: string;
                /** @example 1158201444 */
                "hub.challenge"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge, and nothing else. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example 1158201444 */
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveMetaEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @example sha256=aa3a2a21b1111c5f35179917e9566e6a1677ce74f504de7b5d38abefeb24d9de */
                "X-Hub-Signature-256"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Everything in it is stored, or of no interest here. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "noted";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveAdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example <?adf version="1.0"?>
                 *     <adf><prospect><id source="portal.example">88123</id><requestdate>2026-11-20T10:15:00+01:00</requestdate>
                 *       <vehicle interest="buy"><year>2022</year><make>Volvo</make><model>XC60</model></vehicle>
                 *       <customer><contact><name part="full">Ola Nordmann</name><email>ola@example.com</email></contact>
                 *         <comments>Er den ledig?</comments></customer>
                 *       <vendor><vendorname>Fjord Bil</vendorname></vendor></prospect></adf>
                 */
                "application/xml": string;
                "text/xml": string;
                "application/x-adf+xml": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description What became of each prospect, in their order. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AdfResult"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    validateAdf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example <?adf version="1.0"?>
                 *     <adf><prospect><id source="portal.example">88123</id><requestdate>2026-11-20T10:15:00+01:00</requestdate>
                 *       <vehicle interest="buy"><year>2022</year><make>Volvo</make><model>XC60</model></vehicle>
                 *       <customer><contact><name part="full">Ola Nordmann</name><email>ola@example.com</email></contact>
                 *         <comments>Er den ledig?</comments></customer>
                 *       <vendor><vendorname>Fjord Bil</vendorname></vendor></prospect></adf>
                 */
                "application/xml": string;
                "text/xml": string;
                "application/x-adf+xml": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description Each prospect as it would be read. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AdfReading"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getForm: {
        parameters: {
            query?: {
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                form_id: components["parameters"]["FormId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listForms: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The forms, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createForm: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Prøvekjøring",
                 *       "fields": [
                 *         {
                 *           "name": "name",
                 *           "type": "text",
                 *           "required": true
                 *         },
                 *         {
                 *           "name": "email",
                 *           "type": "email",
                 *           "required": true
                 *         },
                 *         {
                 *           "name": "day",
                 *           "type": "select",
                 *           "required": true,
                 *           "labels": {
                 *             "nb": "Hvilken dag passer?"
                 *           },
                 *           "options": [
                 *             {
                 *               "value": "weekday",
                 *               "labels": {
                 *                 "nb": "En hverdag"
                 *               }
                 *             },
                 *             {
                 *               "value": "saturday",
                 *               "labels": {
                 *                 "nb": "Lørdag"
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         {
                 *           "name": "message",
                 *           "type": "textarea"
                 *         }
                 *       ],
                 *       "texts": {
                 *         "nb": {
                 *           "heading": "Bestill prøvekjøring"
                 *         }
                 *       },
                 *       "consent": {
                 *         "required": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FormDefinitionInput"];
            };
        };
        responses: {
            /** @description The form. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDefinition"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewForm: {
        parameters: {
            query?: {
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Prøvekjøring",
                 *       "fields": [
                 *         {
                 *           "name": "name",
                 *           "type": "text",
                 *           "required": true
                 *         },
                 *         {
                 *           "name": "email",
                 *           "type": "email",
                 *           "required": true
                 *         },
                 *         {
                 *           "name": "day",
                 *           "type": "select",
                 *           "required": true,
                 *           "labels": {
                 *             "nb": "Hvilken dag passer?"
                 *           },
                 *           "options": [
                 *             {
                 *               "value": "weekday",
                 *               "labels": {
                 *                 "nb": "En hverdag"
                 *               }
                 *             },
                 *             {
                 *               "value": "saturday",
                 *               "labels": {
                 *                 "nb": "Lørdag"
                 *               }
                 *             }
                 *           ]
                 *         },
                 *         {
                 *           "name": "message",
                 *           "type": "textarea"
                 *         }
                 *       ],
                 *       "texts": {
                 *         "nb": {
                 *           "heading": "Bestill prøvekjøring"
                 *         }
                 *       },
                 *       "consent": {
                 *         "required": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FormDefinitionInput"];
            };
        };
        responses: {
            /** @description The form as the widget would show it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFormDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: components["parameters"]["FormId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDefinition"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                form_id: components["parameters"]["FormId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateFormDefinition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` you read. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                form_id: components["parameters"]["FormId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "theme": {
                 *         "accent": "#0b6b3a",
                 *         "radius": 4
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FormDefinitionUpdate"];
            };
        };
        responses: {
            /** @description The definition as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormDefinition"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getChat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat of the dealership as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chat"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    openChatSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "nb",
                 *       "page_url": "https://dealer.example/volvo-xc60",
                 *       "vehicle_interest": "Volvo XC60 2022"
                 *     }
                 */
                "application/json": components["schemas"]["ChatOpening"];
            };
        };
        responses: {
            /** @description The chat and the token of its visitor. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatOpened"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getChatSession: {
        parameters: {
            query?: {
                /** @description Position of the last message you have; 0 for none. */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat and its messages after that position, in order. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatTranscript"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateChatSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kari Hansen",
                 *       "email": "kari@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["ChatContactInput"];
            };
        };
        responses: {
            /** @description The chat as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendChatMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "client_id": "0b8f6f3e-52f1-4c34-9f1c-6ac2f3f6a1de",
                 *       "text": "Er Volvo XC60 fortsatt ledig?"
                 *     }
                 */
                "application/json": {
                    /** @description Unique in the chat (a UUID, say). */
                    client_id: string;
                    text: string;
                    /** @description The visitor wants a person to go on. */
                    asks_for_person?: boolean;
                };
            };
        };
        responses: {
            /** @description The message is stored and part of the conversation. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessage"];
                };
            };
            202: components["responses"]["StoredForLater"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamChat: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 2
                     *     event: message
                     *     data: {"id":"2","type":"message","data":{"id":"msg_01JD8Y3M5T9Q4W7Z2X6C1V8B0N","position":2,"client_id":null,"from":"human","name":"Siri Berg","text":"Ja, den er ledig.","sent_at":"2026-11-20T10:00:00.000Z"}}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    setVisitorTyping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "typing": true
                 *     }
                 */
                "application/json": components["schemas"]["Typing"];
            };
        };
        responses: {
            /** @description Told. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    markChatRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "position": 2
                 *     }
                 */
                "application/json": {
                    /** @description Position of the last message that was seen. */
                    position: number;
                };
            };
        };
        responses: {
            /** @description Noted. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewChatToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat and its new token. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatOpened"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeChatSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLeads: {
        parameters: {
            query?: {
                status?: components["schemas"]["LeadStatus"][];
                source?: components["schemas"]["LeadSource"][];
                temperature?: components["schemas"]["Temperature"][];
                /** @description A user id, or `nobody`. */
                assigned_to?: string;
                tag?: string;
                created_after?: string;
                created_before?: string;
                unread?: boolean;
                /** @description Deleted leads instead of the others. */
                deleted?: boolean;
                /** @description Test leads instead of the others. For people; a key sees the leads of its own mode. */
                test?: boolean;
                /** @description All leads of one person. */
                person_id?: string;
                q?: string;
                /** @description Newest created or newest activity first. */
                sort?: "created_at" | "last_activity_at";
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of leads. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "manual",
                 *       "customer": {
                 *         "name": "Per Olsen",
                 *         "phone": "+4791234567"
                 *       },
                 *       "vehicle_interest": "Skoda Enyaq",
                 *       "message": "Kom innom. Vil ha tilbud på innbytte."
                 *     }
                 */
                "application/json": components["schemas"]["LeadCreate"];
            };
        };
        responses: {
            /** @description The lead. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            202: components["responses"]["StoredForLater"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` you read. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "qualified",
                 *       "status_reason": "Vil prøvekjøre lørdag"
                 *     }
                 */
                "application/json": components["schemas"]["LeadUpdate"];
            };
        };
        responses: {
            /** @description The lead as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    markLeadRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLeadHistory: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Notes, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Ringte. Kommer lørdag kl. 11."
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The note. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages, oldest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email",
                 *       "text": "Hei Ola. Bilen står klar til prøvekjøring lørdag kl. 11."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `chat` while the customer has a chat that has not ended.
                     * @enum {string}
                     */
                    channel: "email" | "sms" | "whatsapp" | "chat";
                    /** @description Needed, but for a template. */
                    text?: string;
                    /**
                     * @description Only for WhatsApp, instead of a text: sends the template of the number, which is allowed at any time.
                     * @enum {boolean}
                     */
                    template?: true;
                    /** @description Only for e-mail; else the subject of the conversation. */
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description The message; `state` tells how far it has come. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReplyChannels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description E-mail, SMS and WhatsApp. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyChannelList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    suggestReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    channel: "email" | "sms" | "whatsapp" | "chat";
                };
            };
        };
        responses: {
            /** @description The suggestion. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rewriteText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "task": "translate",
                 *       "text": "Hei Ola. Bilen er ledig.",
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    task: "shorten" | "translate";
                    text: string;
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            /** @description The text as it may be sent. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewrittenText"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    summariseLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "nb"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The language of the dealership when left out.
                     * @enum {string}
                     */
                    language?: "nb" | "en";
                };
            };
        };
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Hei Ola. Bilen er ledig, og du kan se den i dag til kl. 17."
                 *     }
                 */
                "application/json": {
                    /** @description Other words than the draft has; they are sent as they are. */
                    text?: string;
                    /** @description Only for e-mail. */
                    subject?: string;
                };
            };
        };
        responses: {
            /** @description The message, on its way. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
                message_id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message, called off. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadAttachment: {
        parameters: {
            query?: {
                disposition?: "attachment" | "inline";
            };
            header?: never;
            path: {
                attachment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLeadChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest chat of the lead, if there is one. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadChat"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    setStaffTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "typing": true
                 *     }
                 */
                "application/json": components["schemas"]["Typing"];
            };
        };
        responses: {
            /** @description Shown. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFollowUps: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow-ups, earliest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelFollowUps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                lead_id: components["parameters"]["LeadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The follow-ups as they are now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEscalations: {
        parameters: {
            query?: {
                /** @description open when left out. */
                state?: "open" | "resolved";
                /** @description A user id, or `nobody`. */
                assigned_to?: string;
                reason?: components["schemas"]["EscalationReason"];
                lead_id?: string;
                /** @description Those of test leads. A key always sees those of its own mode. */
                test?: boolean;
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Escalations. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscalationList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The escalation. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    assignEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "take_over": true
                 *     }
                 */
                "application/json": {
                    /** @description Who takes it: the caller when left out, nobody when null. */
                    user_id?: string | null;
                    /** @description Also when somebody else has taken it. */
                    take_over?: boolean;
                };
            };
        };
        responses: {
            /** @description The escalation as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resolveEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "Ringte. Vi tar feilen på verkstedet mandag."
                 *     }
                 */
                "application/json": {
                    /** @description What was done. */
                    note?: string;
                    /** @description The assistant answers this customer again. */
                    hand_back?: boolean;
                };
            };
        };
        responses: {
            /** @description The escalation as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reopenEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                escalation_id: components["parameters"]["EscalationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The escalation as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listVehicles: {
        parameters: {
            query?: {
                status?: components["schemas"]["VehicleStatus"][];
                /** @description Words of make, model, variant, plate or VIN. */
                q?: string;
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Vehicles, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createVehicle: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "make": "Volvo",
                 *       "model": "XC60",
                 *       "variant": "T6 Recharge Inscription",
                 *       "year": 2022,
                 *       "price": 489000,
                 *       "mileage": 41000,
                 *       "fuel": "plug_in_hybrid",
                 *       "status": "available",
                 *       "plate": "EV 12345"
                 *     }
                 */
                "application/json": components["schemas"]["VehicleCreate"];
            };
        };
        responses: {
            /** @description The vehicle. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getVehicle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vehicle_id: components["parameters"]["VehicleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vehicle. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteVehicle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vehicle_id: components["parameters"]["VehicleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateVehicle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vehicle_id: components["parameters"]["VehicleId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "sold"
                 *     }
                 */
                "application/json": components["schemas"]["VehicleUpdate"];
            };
        };
        responses: {
            /** @description The vehicle as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vehicle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKnowledge: {
        parameters: {
            query?: {
                kind?: components["schemas"]["KnowledgeKind"];
                category?: string;
                /** @description Words of the title or the text, as they are written. What a customer's question finds is told by `POST /v1/knowledge/search`. */
                q?: string;
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, last changed first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createKnowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "faq",
                 *       "title": "Hvor lang garanti har bruktbilene?",
                 *       "text": "Alle bruktbiler under 150 000 km har 12 måneders garanti.",
                 *       "language": "nb",
                 *       "category": "Garanti"
                 *     }
                 */
                "application/json": components["schemas"]["KnowledgeEntryCreate"];
            };
        };
        responses: {
            /** @description The entry. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploadKnowledge: {
        parameters: {
            query?: {
                filename?: string;
                /** @description Else the title or first heading of the document, or its file name. */
                title?: string;
                category?: string;
                language?: components["schemas"]["Language"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example # Levering
                 *     Vi leverer bilen hjem til deg i hele Vestland. Levering tar 3 til 5 virkedager.
                 */
                "text/markdown": string;
                "text/plain": string;
                "text/html": string;
                "application/pdf": string;
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The entry that the same file became before. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            /** @description The entry. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addKnowledgePage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://dealer.example/garanti",
                 *       "category": "Garanti"
                 *     }
                 */
                "application/json": components["schemas"]["KnowledgePageCreate"];
            };
        };
        responses: {
            /** @description The entry that the same page became before. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            /** @description The entry. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Alle bruktbiler under 150 000 km har 24 måneders garanti.",
                 *       "valid_from": "2027-01-01"
                 *     }
                 */
                "application/json": components["schemas"]["KnowledgeEntryUpdate"];
            };
        };
        responses: {
            /** @description The entry as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    refetchKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry as it is now and what became different. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeRefetch"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKnowledgeVersions: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions, newest first; the first is how the entry is. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeVersionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    restoreKnowledgeVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_id: components["parameters"]["EntryId"];
                version_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "question": "Hvor lenge er det garanti på bilen?"
                 *     }
                 */
                "application/json": components["schemas"]["KnowledgeSearch"];
            };
        };
        responses: {
            /** @description Passages, best first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeHits"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUnansweredQuestions: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open questions, last asked first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnansweredQuestionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerUnansweredQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: components["parameters"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Ja, alle bruktbiler selges med to nøkler."
                 *     }
                 */
                "application/json": components["schemas"]["UnansweredQuestionAnswer"];
            };
        };
        responses: {
            /** @description The entry that the question became before. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            /** @description The entry. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    dismissUnansweredQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: components["parameters"]["QuestionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off the list. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listArrivals: {
        parameters: {
            query?: {
                outcome?: components["schemas"]["ArrivalOutcome"][];
                channel?: components["schemas"]["LeadSource"];
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Arrivals, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getArrivalMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalMail"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPortalTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Bilportalen",
                 *       "senders": [
                 *         "bilportalen.example"
                 *       ],
                 *       "subject_words": [
                 *         "henvendelse"
                 *       ],
                 *       "marks": [
                 *         {
                 *           "field": "name",
                 *           "in": "text",
                 *           "start": 58,
                 *           "end": 69
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PortalTemplateInput"];
            };
        };
        responses: {
            /** @description The template. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTemplate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewPortalTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "marks": [
                 *         {
                 *           "field": "name",
                 *           "in": "text",
                 *           "start": 58,
                 *           "end": 69
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PortalMarks"];
            };
        };
        responses: {
            /** @description What would be read, and by which words. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalPreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    promoteArrival: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                arrival_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInboundRequests: {
        parameters: {
            query?: {
                verdict?: components["schemas"]["InboundVerdict"][];
                /** @example /webhooks/form */
                route?: string;
                request_id?: string;
                arrival_id?: string;
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Posts, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRequestList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getInboundRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inbound_request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The post, with its arrival and what it said, secrets hidden. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRequestDetails"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayInboundRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inbound_request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The post and what became of it now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundRequestDetails"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Connections, newest first, and what a new one needs to know. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "facebook",
                 *       "external_id": "104729381723",
                 *       "token": "EAAGm0PX4ZCpsBAexampleExampleExample"
                 *     }
                 */
                "application/json": {
                    provider: components["schemas"]["ConnectionProvider"];
                    /** @description Id of the page, or of the number (`phone_number_id`). */
                    external_id: string;
                    /** @description For WhatsApp, and needed there: id of the business account that the number is of. */
                    account_id?: string;
                    /** @description Access token of the page or of a system user. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The connection. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection and its health. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disconnected. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "EAAGm0PX4ZCpsBAexampleExampleExample"
                 *     }
                 */
                "application/json": {
                    token?: string;
                    /** @description `null` for none. Only for WhatsApp. */
                    template?: components["schemas"]["TemplateChoice"] | null;
                };
            };
        };
        responses: {
            /** @description The connection as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConnectionTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTemplateList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connection_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went, and the connection as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDealership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dealership of the caller. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dealership"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateDealership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contact": {
                 *         "phone": "+47 55 12 34 56"
                 *       },
                 *       "assistant": {
                 *         "name": "Frida"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DealershipUpdate"];
            };
        };
        responses: {
            /** @description The dealership as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dealership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dealership's own mail address. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["MailboxUpdate"];
            };
        };
        responses: {
            /** @description The mailbox as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateMailbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_days": 30
                 *     }
                 */
                "application/json": {
                    /** @description 30 when left out; 0 ends the old address at once. */
                    overlap_days?: number;
                };
            };
        };
        responses: {
            /** @description The mailbox with its new address. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings of the assistant. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantSettings"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channels": {
                 *         "sms": {
                 *           "mode": "draft"
                 *         }
                 *       },
                 *       "personality": "formal",
                 *       "escalate_words": [
                 *         "bruktbilmelding"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AssistantUpdate"];
            };
        };
        responses: {
            /** @description The settings as they are now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssistantSettings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryAssistant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "Er Volvo XC60 fortsatt ledig, og hva koster den?",
                 *       "channel": "website",
                 *       "customer_name": "Kari Hansen"
                 *     }
                 */
                "application/json": {
                    message: string;
                    channel?: components["schemas"]["AssistantChannelName"];
                    customer_name?: string | null;
                    vehicle_interest?: string | null;
                    /**
                     * Format: date-time
                     * @description As if it were then: for opening hours.
                     */
                    at?: string;
                    settings?: components["schemas"]["AssistantUpdate"];
                    /** @description What was said before, oldest first. */
                    earlier?: {
                        /** @enum {string} */
                        from: "customer" | "assistant";
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Every step. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /**
                 * @description The current month when left out.
                 * @example 2026-11
                 */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was used. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPortalTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the dealership's own first; none is left for another page. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTemplateList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePortalTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal_template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updatePortalTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                portal_template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["PortalTemplateUpdate"];
            };
        };
        responses: {
            /** @description The template as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTemplate"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCrm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where leads go, and how. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Crm"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCrm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "address": "leads@crm.example",
                 *       "profile": "body_ascii",
                 *       "subject": "{dealership} {lead}"
                 *     }
                 */
                "application/json": components["schemas"]["CrmUpdate"];
            };
        };
        responses: {
            /** @description The settings as they are now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Crm"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCrmDeliveries: {
        parameters: {
            query?: {
                state?: components["schemas"]["MessageState"];
                lead_id?: string;
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each lead, newest first; `delivered` once the CRM's mail server took it. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmDeliveryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryCrmDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, waiting to go out. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CrmDelivery"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People, by the time they joined. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "siri@dealer.example",
                 *       "name": "Siri Berg",
                 *       "role": "sales_rep",
                 *       "phone": "+4798765432"
                 *     }
                 */
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                    name: components["schemas"]["PersonName"];
                    role: components["schemas"]["Role"];
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description The colleague, not yet active. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys, newest first, without their secrets. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    kind: components["schemas"]["ApiKeyKind"];
                    mode: components["schemas"]["Mode"];
                    allowed_origins?: string[];
                    scopes?: components["schemas"]["Scope"][];
                };
            };
        };
        responses: {
            /** @description The key, shown this once. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                api_key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: evt_01JD8Y3M5T9Q4W7Z2X6C1V8B0N
                     *     event: lead.created
                     *     data: {"id":"evt_01JD8Y3M5T9Q4W7Z2X6C1V8B0N","type":"lead.created","occurred_at":"2026-11-20T10:00:00.000Z","data":{"lead_id":"lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N"}}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Endpoints, newest first, without their secrets. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crm.example/norvalt",
                 *       "events": [
                 *         "lead.created",
                 *         "lead.status_changed"
                 *       ],
                 *       "description": "CRM"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointCreate"];
            };
        };
        responses: {
            /** @description The endpoint with its secret, shown this once. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointUpdate"];
            };
        };
        responses: {
            /** @description The endpoint as it is now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlap_hours": 24
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretRotation"];
            };
        };
        responses: {
            /** @description The endpoint with its new secret, shown this once. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, on its way. */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendWebhooksSince: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_endpoint_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-20T00:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookResend"];
            };
        };
        responses: {
            /** @description How many are on their way. */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResendResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                endpoint_id?: string;
                state?: components["schemas"]["WebhookDeliveryState"][];
                /** @example lead.created */
                type?: string;
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetails"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, on its way. */
            202: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSandbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Fjord Bil test",
                 *       "language": "nb"
                 *     }
                 */
                "application/json": components["schemas"]["SandboxCreate"];
            };
        };
        responses: {
            /** @description The sandbox and its keys. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxCreated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sandbox of the key. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    moveSandboxClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "advance_seconds": 259200
                 *     }
                 */
                "application/json": components["schemas"]["SandboxClock"];
            };
        };
        responses: {
            /** @description The sandbox, later. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    generateSandboxLeads: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scenario": "conversation",
                 *       "count": 2
                 *     }
                 */
                "application/json": components["schemas"]["SandboxGenerate"];
            };
        };
        responses: {
            /** @description The leads, answered. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxLeads"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replyInSandbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lead_id": "lead_01JD8Y3M5T9Q4W7Z2X6C1V8B0N",
                 *       "text": "Passer lørdag klokka 12?"
                 *     }
                 */
                "application/json": components["schemas"]["SandboxReply"];
            };
        };
        responses: {
            202: components["responses"]["StoredForLater"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    tellSandboxReceiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": [
                 *         {
                 *           "status": 500
                 *         },
                 *         {
                 *           "status": 429,
                 *           "retry_after_seconds": 60
                 *         },
                 *         {
                 *           "status": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SandboxReceiverAnswers"];
            };
        };
        responses: {
            /** @description The sandbox. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSandboxReceipts: {
        parameters: {
            query?: {
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Posts, newest first, of the last 30 days. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxReceiptList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                lead_id?: string;
                channel?: "email" | "sms" | "whatsapp";
                /** @description How many at the most (25 when left out). */
                limit?: components["parameters"]["Limit"];
                /** @description `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages, newest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replyToOutbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A value of your own, unique per thing created (a UUID, say). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                outbox_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Takk for svar. Kan jeg komme lørdag?"
                 *     }
                 */
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            202: components["responses"]["StoredForLater"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "anne@dealer.example",
                 *       "password": "en lang setning er best",
                 *       "name": "Anne Lie",
                 *       "dealership_name": "Fjord Bil"
                 *     }
                 */
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                    password: components["schemas"]["Password"];
                    name: components["schemas"]["PersonName"];
                    dealership_name: string;
                    language?: components["schemas"]["Language"];
                };
            };
        };
        responses: {
            /** @description Signed up and signed in. The refresh token is in an httpOnly cookie. */
            201: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "anne@dealer.example",
                 *       "password": "en lang setning er best"
                 *     }
                 */
                "application/json": {
                    email: string;
                    password: string;
                    /** @description For a person of several dealerships; else the first. */
                    dealership_id?: string;
                };
            };
        };
        responses: {
            /** @description Signed in. The refresh token is in an httpOnly cookie. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new access token. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "inv_7f3k…",
                 *       "password": "en lang setning er best"
                 *     }
                 */
                "application/json": {
                    token: string;
                    password: components["schemas"]["Password"];
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person, the dealership, the role. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "+4798765432"
                 *     }
                 */
                "application/json": {
                    name?: components["schemas"]["PersonName"];
                    /** @description Where alerts about new leads go. */
                    phone?: string | null;
                };
            };
        };
        responses: {
            /** @description The person as they are now. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    showUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page with one button. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Nothing more is sent to the address. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Database reachable, indexes in place. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
