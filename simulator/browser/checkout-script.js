/*
 * bKash Checkout (iFrame) 1.2.0-beta for the browser: the SIMULATOR's stand-in for bKash-checkout-sandbox.js.
 * Written from the script's observable behaviour, its quirks included, so that a page which works here works there.
 * No money moves here. BKASH_SIMULATOR_MARKER_5f1c
 *
 * A classic, sloppy-mode script on purpose. Its one declaration is a global lexical binding: `bKash` works as a bare
 * name, `window.bKash` is undefined, and loading the file twice throws. jQuery must already be the global `$`.
 */
const bKash = (function () {
  const PAGE_HOST = "__SIMULATOR_ORIGIN__/checkout";
  const MESSAGE_ORIGIN = "__SIMULATOR_ORIGIN__";
  const API_VERSION = "v1.2.0-beta";
  const CHECKOUT_VERSION = "2";
  // What was added to this script's own address, e.g. ?auto=1; the original has no such thing.
  const FRAME_QUERY = "__SIMULATOR_FRAME_QUERY__";
  const BUTTON = "#bKash_button";
  const WRAPPER = "#bKashFrameWrapper";
  const POLL_MS = 100;
  const IOS_FREEZE_MS = 3000;

  let settings = {};
  let frameId = "";
  let isFrameLoaded = false;
  let isListening = false;
  let isBridgeHooked = false;
  let createdData;
  let nativeToken;

  // ---- the wrapper and the preloaded frame -------------------------------------------------------------------

  function insertWrapper() {
    $(BUTTON).after('<div id="bKashFrameWrapper"></div>');
  }

  // The style is an attribute in an HTML string, as in the original: a strict style-src blocks it and the preloaded
  // frame shows up on the page.
  function preloadFrame() {
    frameId = "bKash-iFrame-" + Math.floor(Math.random() * 100) + "1";
    $(WRAPPER).append(
      '<iframe id="' +
        frameId +
        '" name="bKash_checkout_app" frameborder="0" src="' +
        PAGE_HOST +
        "/" +
        CHECKOUT_VERSION +
        FRAME_QUERY +
        '" style="display: none; border: 0; margin: 0; padding: 0; width: 100%; height: 100%; transform: translate3d(0, 0, 0);"></iframe>',
    );
    $("#" + frameId).on("load", function () {
      isFrameLoaded = true;
      if (isListening) return;
      isListening = true;
      window.addEventListener("message", onMessage);
    });
  }

  // Before create has answered, this layer covers the whole page and shows nothing.
  function coverPage() {
    $(WRAPPER).css({
      position: "fixed",
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
      "overflow-y": "scroll",
      "z-index": 50000,
    });
    $("#" + frameId).css({ width: "100%", height: "100%" });
  }

  function clearWrapper() {
    $(WRAPPER).removeAttr("style");
    $(WRAPPER).empty();
    isFrameLoaded = false;
  }

  function onClick() {
    coverPage();
    settings.createRequest(settings.paymentRequest);
  }

  // ---- public: init, reconfigure ------------------------------------------------------------------------------

  function init(config) {
    settings = config;
    // eslint-disable-next-line no-undef -- the original leaks this name, too
    button_id = BUTTON;
    if (settings.paymentMode !== "checkout") return;
    insertWrapper();
    // A second init adds a second handler: two creates per click.
    $(BUTTON).on("click", onClick);
    preloadFrame();
  }

  function reconfigure(config) {
    if (config.paymentRequest) settings.paymentRequest = config.paymentRequest;
    $(BUTTON).off("click").removeAttr("onclick");
    $(WRAPPER).empty();
    // The old wrapper stays behind empty; the new one stands first and is the one that is found by id.
    insertWrapper();
    isFrameLoaded = false;
    $(BUTTON).on("click", onClick);
    preloadFrame();
  }

  // ---- public: create().onSuccess, .onError ---------------------------------------------------------------------

  function payloadFor(data) {
    if (settings.paymentMode !== "checkout") return undefined;
    // The window shows what the page says; bKash charges what create stored.
    data.amount = settings.paymentRequest.amount;
    const payload = { paymentData: data, url: "toLogin", apiVersion: API_VERSION };
    if (nativeToken !== undefined) {
      payload.paymentData.token = nativeToken;
      payload.url = "toOnlyPin";
    }
    return payload;
  }

  function post(payload) {
    document.getElementById(frameId).contentWindow.postMessage(JSON.stringify(payload), PAGE_HOST);
  }

  function showFrameWhenReady(payload) {
    if (!isFrameLoaded || !isListening) {
      setTimeout(showFrameWhenReady, POLL_MS, payload);
      return;
    }
    document.getElementById(frameId).style.display = "block";
    post(payload);
  }

  // bKash's own app hands a token in through this bridge and then skips number and code.
  function hookNativeApp() {
    if (isBridgeHooked) return;
    isBridgeHooked = true;
    const bridge = (window.webViewJSBridge = window.webViewJSBridge || {});
    const previous = bridge.setAccessToken;
    bridge.setAccessToken = function (token) {
      nativeToken = token;
      if (previous) previous.apply(bridge, arguments);
      showFrameWhenReady(payloadFor(createdData));
    };
  }

  function onSuccess(data) {
    createdData = data;
    hookNativeApp();
    if (/iPhone|iPad|iPod/i.test(navigator.userAgent)) {
      try {
        window.webkit.messageHandlers.getAccessToken.postMessage("");
        return;
      } catch {
        const payload = payloadFor(data);
        // Not in the app. The original freezes the page for three seconds here; so do we.
        const until = Date.now() + IOS_FREEZE_MS;
        while (Date.now() < until);
        showFrameWhenReady(payload);
        return;
      }
    }
    if (/Android/i.test(navigator.userAgent)) {
      try {
        window.webViewJSBridge.getAccessToken();
      } catch {
        // Not in the app either.
      }
    }
    showFrameWhenReady(payloadFor(data));
  }

  function onError() {
    clearWrapper();
    preloadFrame();
  }

  // ---- messages from the frame ------------------------------------------------------------------------------------

  function onMessage(event) {
    if (event.origin !== MESSAGE_ORIGIN) return;
    const message = JSON.parse(event.data);
    switch (message.action) {
      case "afterLogin":
        if (message.successful !== "Y") return;
        post({ paymentData: message.data.paymentData, url: "toOTP", apiVersion: API_VERSION });
        return;
      case "afterOTP":
        if (message.successful !== "Y") return;
        post({
          paymentData: message.data.paymentData,
          url: "toPIN",
          otpResponseData: message.result,
          apiVersion: API_VERSION,
        });
        return;
      case "afterPIN":
        // No arguments and no guard against repetition: the page must remember its paymentID and count to one.
        if (message.successful === "Y") settings.executeRequestOnAuthorization();
        return;
      case "afterCancel":
        post({
          paymentData: message.data.paymentData,
          url: "toCancel",
          prevaction: message.prevaction,
          otpResponseData: message.data.otpResponseData,
          apiVersion: API_VERSION,
        });
        return;
      case "closeiFrame":
        clearWrapper();
        // Without an onClose this throws here: after the teardown, before the next frame exists.
        settings.onClose();
        preloadFrame();
        return;
    }
  }

  return {
    init: init,
    reconfigure: reconfigure,
    create: function () {
      return { onSuccess: onSuccess, onError: onError };
    },
    execute: function () {
      return { onError: onError };
    },
  };
})();
