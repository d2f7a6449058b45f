/** The portal's name as the public reads it. */
export const productName = "九州・山口 広域連携ポータル";
